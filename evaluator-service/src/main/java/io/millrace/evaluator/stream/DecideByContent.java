package io.millrace.evaluator.stream;

import io.millrace.evaluator.dedup.Novelty;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Verified;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Decides on accepted records, keyed by content, against everything that was ever kept. */
final class DecideByContent extends Deciding {

    static final String STORE = "kept-content";

    /** Content key to the id of the candidate that is kept under it. */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, String> kept;

    DecideByContent(Evaluator evaluator, StageCounters counters) {
        super(evaluator, counters);
    }

    @Override
    public void init(ProcessorContext<String, Evaluated> context) {
        super.init(context);
        kept = context.getStateStore(STORE);
    }

    @Override
    Ruling rule(String key, Verified verified) {
        String id = verified.getCandidate().getId();
        return Ruling.onEligible(Novelty.of(id, kept.get(key)));
    }

    @Override
    void note(String key, Evaluated evaluated) {
        if (evaluated.getDecision() == Decision.KEEP) {
            kept.put(key, evaluated.getVerified().getCandidate().getId());
        }
    }
}
