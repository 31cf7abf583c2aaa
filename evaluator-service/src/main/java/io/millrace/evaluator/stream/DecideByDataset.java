package io.millrace.evaluator.stream;

import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes drafted decisions final, keyed by dataset, against everything that was ever kept in it. */
final class DecideByDataset extends ContextualProcessor<String, Encoded<Evaluated>, String, Encoded<Evaluated>> {

    private final Limits limits;
    private final Evaluator evaluator;
    private final StageCounters counters;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private Memory memory;

    DecideByDataset(Limits limits, Evaluator evaluator, StageCounters counters) {
        this.limits = limits;
        this.evaluator = evaluator;
        this.counters = counters;
    }

    /** Kafka Streams makes a new processor after every transaction that was given up. */
    @Override
    public void init(ProcessorContext<String, Encoded<Evaluated>> context) {
        super.init(context);
        memory = new Memory(context.getStateStore(Memory.STORE), limits);
    }

    @Override
    public void process(Record<String, Encoded<Evaluated>> record) {
        Headers headers = new RecordHeaders(record.headers());
        Draft draft = Draft.take(headers);
        Origin.take(headers);
        Ruling ruling = memory.rule(draft.brief());
        Encoded<Evaluated> decided = stands(draft, ruling)
                ? record.value()
                : record.value().with(drafted -> evaluator.overruled(drafted, ruling));
        context().forward(new Record<>(draft.seedId(), decided, context().currentSystemTimeMs(), headers));
        counters.decided();
        // Nothing is remembered that could not be sent on.
        if (!draft.dropped() && ruling.decision() == Decision.KEEP) {
            memory.keep(draft.brief());
        }
    }

    /** Of a record that came again, nothing is said but that. */
    private static boolean stands(Draft draft, Ruling ruling) {
        return draft.dropped() ? !ruling.reason().equals(Ruling.REPEATED) : ruling.equals(Ruling.kept());
    }
}
