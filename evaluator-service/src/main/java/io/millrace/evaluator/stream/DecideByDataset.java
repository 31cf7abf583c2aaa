package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.Verified;
import io.millrace.schemas.wire.RecordSerde;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Decides on records that were accepted, by checks or people, keyed by dataset, against everything that was ever kept in it. */
final class DecideByDataset extends Deciding {

    private final Limits limits;
    private final Watchlist watchlist;
    private final RecordSerde<ReviewCase> cases;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private Memory memory;

    /** @param cases how judgements are put into headers */
    DecideByDataset(
            Limits limits,
            Watchlist watchlist,
            Evaluator evaluator,
            StageCounters counters,
            RecordSerde<ReviewCase> cases) {
        super(evaluator, counters);
        this.limits = limits;
        this.watchlist = watchlist;
        this.cases = cases;
    }

    /** Kafka Streams makes a new processor after every transaction that was given up. */
    @Override
    public void init(ProcessorContext<String, Evaluated> context) {
        super.init(context);
        memory = new Memory(context.getStateStore(Memory.CONTENT), context.getStateStore(Memory.RECORDS), limits);
    }

    @Override
    public void process(Record<String, Received<Verified>> record) {
        Print print = Print.take(record.headers());
        Verified verified = record.value().value();
        Exposure exposure = ExposureHeaders.take(record.headers());
        Optional<Judgement> judgement = Judgement.take(record.headers(), cases);
        Ruling found = memory.rule(record.key(), verified, print).unless(watchlist.drop(exposure));
        Ruling ruling = judgement.map(people -> people.over(found)).orElse(found);
        decide(
                record,
                ruling,
                exposure,
                evaluated -> judgement.map(people -> people.signed(evaluated)).orElse(evaluated));
        // Nothing is remembered that could not be sent on.
        if (ruling.decision() == Decision.KEEP) {
            memory.keep(record.key(), verified, print);
        }
    }
}
