package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Verified;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Decides on accepted records, keyed by dataset, against everything that was ever kept in it. */
final class DecideByDataset extends Deciding {

    private final Limits limits;
    private final Watchlist watchlist;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private Memory memory;

    DecideByDataset(Limits limits, Watchlist watchlist, Evaluator evaluator, StageCounters counters) {
        super(evaluator, counters);
        this.limits = limits;
        this.watchlist = watchlist;
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
        Ruling ruling = memory.rule(record.key(), verified, print).unless(watchlist.drop(exposure));
        decide(record, ruling, exposure);
        // Nothing is remembered that could not be sent on.
        if (ruling.decision() == Decision.KEEP) {
            memory.keep(record.key(), verified, print);
        }
    }
}
