package io.millrace.evaluator.stream;

import io.millrace.evaluator.trigger.Ledger;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Enters each kept record into the ledger of its dataset and cuts a new version whenever it is full. */
final class KeepLedger extends ContextualProcessor<String, Coordinates, String, DatasetCut> {

    static final String STORE = "ledgers";

    private final int every;

    /** By dataset; a ledger that is still being filled has the form of the cut that it will become. */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, DatasetCut> ledgers;

    /** @param every kept records in each version */
    KeepLedger(int every) {
        this.every = every;
    }

    @Override
    public void init(ProcessorContext<String, DatasetCut> context) {
        super.init(context);
        ledgers = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Coordinates> record) {
        String dataset = record.key();
        Coordinates place = record.value();
        long now = context().currentSystemTimeMs();
        Ledger ledger = ledger(ledgers.get(dataset)).with(place.getPartition(), place.getOffset());
        if (ledger.kept() < every) {
            ledgers.put(dataset, cut(dataset, ledger, now));
            return;
        }
        ledgers.put(dataset, cut(dataset, ledger.next(), now));
        context().forward(new Record<>(dataset, cut(dataset, ledger.grown(), now), now));
    }

    private static Ledger ledger(@Nullable DatasetCut cut) {
        return cut == null
                ? Ledger.empty()
                : new Ledger(
                        cut.getVersion(),
                        cut.getKept(),
                        cut.getRanges().stream().map(KeepLedger::span).toList());
    }

    private static Ledger.Span span(OffsetRange range) {
        return new Ledger.Span(range.getPartition(), range.getFrom(), range.getTo(), range.getCount());
    }

    private static DatasetCut cut(String dataset, Ledger ledger, long now) {
        return DatasetCut.newBuilder()
                .setDataset(dataset)
                .setVersion(ledger.version())
                .setKept(ledger.kept())
                .setRanges(ledger.spans().stream().map(KeepLedger::range).toList())
                .setCutAt(Instant.ofEpochMilli(now))
                .build();
    }

    private static OffsetRange range(Ledger.Span span) {
        return new OffsetRange(Topic.EVALUATED.name(), span.partition(), span.from(), span.to(), span.count());
    }
}
