package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a version without records for each withdrawal, so that it is told in its place among the versions. What was kept since the last
 * one goes into the next.
 */
final class CutWithdrawal extends ContextualProcessor<String, LedgerEntry, String, DatasetCut> {

    /** Dataset to the place of its last withdrawal. */
    static final String LAST = "last-withdrawals";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, DatasetCut> ledgers;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, Coordinates> last;

    @Override
    public void init(ProcessorContext<String, DatasetCut> context) {
        super.init(context);
        ledgers = context.getStateStore(KeepLedger.STORE);
        last = context.getStateStore(LAST);
    }

    @Override
    public void process(Record<String, LedgerEntry> record) {
        String dataset = record.key();
        long now = context().currentSystemTimeMs();
        @Nullable DatasetCut kept = ledgers.get(dataset);
        DatasetCut ledger = kept == null ? empty(dataset, 1, now) : kept;
        int version = ledger.getVersion();
        ledgers.put(
                dataset, DatasetCut.newBuilder(ledger).setVersion(version + 1).build());
        LedgerEntry entry = record.value();
        var place = new Coordinates(entry.getTopic(), entry.getPartition(), entry.getOffset());
        last.put(dataset, place);
        DatasetCut cut = DatasetCut.newBuilder(empty(dataset, version, now))
                .setLastWithdrawal(place)
                .build();
        context().forward(new Record<>(dataset, cut, now));
    }

    private static DatasetCut empty(String dataset, int version, long now) {
        return DatasetCut.newBuilder()
                .setDataset(dataset)
                .setVersion(version)
                .setKept(0)
                .setRanges(List.of())
                .setCutAt(Instant.ofEpochMilli(now))
                .build();
    }
}
