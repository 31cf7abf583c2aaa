package io.millrace.evaluator.stream;

import io.millrace.evaluator.trigger.Entry;
import io.millrace.evaluator.trigger.Ledger;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.evaluator.trigger.Standing;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Enters each record into the ledger of its dataset and cuts a new version when a policy says so: with a record, or as time passes.
 * Ledger and cut are in one transaction.
 */
final class KeepLedger extends ContextualProcessor<String, LedgerEntry, String, DatasetCut> {

    static final String STORE = "ledgers";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Policies policies;
    private final WorstFigures figures;

    /** By dataset; a ledger that is still being filled has the form of the cut that it will become. */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, DatasetCut> ledgers;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private TimestampedKeyValueStore<String, Gate> gates;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private WordWindows windows;

    /** @param figures is told of every dataset's */
    KeepLedger(Policies policies, WorstFigures figures) {
        this.policies = policies;
        this.figures = figures;
    }

    @Override
    public void init(ProcessorContext<String, DatasetCut> context) {
        super.init(context);
        ledgers = context.getStateStore(STORE);
        windows = new WordWindows(context.getStateStore(WordWindows.STORE));
        gates = context.getStateStore(CloseGate.GATES);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, LedgerEntry> record) {
        String dataset = record.key();
        LedgerEntry entry = record.value();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        DatasetCut row = ledgers.get(dataset);
        Ledger before = LedgerForm.ledger(row);
        Ledger ledger = entry.getKept() ? before.with(entry.getPartition(), entry.getOffset()) : before;
        settle(
                dataset,
                ledger,
                entered(dataset, LedgerForm.standing(row), LedgerForm.entry(entry, now)),
                plantedClosed(),
                now);
    }

    private Standing entered(String dataset, Standing standing, Entry entry) {
        Standing entered = standing.with(entry);
        return entry.kept() ? entered.with(windows.with(dataset, standing.likeness(), entry.wording())) : entered;
    }

    @Override
    public void close() {
        figures.forget(context().taskId().partition());
    }

    private void look(long millis) {
        Instant now = Instant.ofEpochMilli(millis);
        boolean plantedClosed = plantedClosed();
        List<DatasetCut> rows = new ArrayList<>();
        try (KeyValueIterator<String, DatasetCut> all = ledgers.all()) {
            all.forEachRemaining(row -> rows.add(row.value));
        }
        figures.note(
                context().taskId().partition(),
                rows.stream().map(LedgerForm::standing).toList());
        for (DatasetCut row : rows) {
            Standing standing = LedgerForm.standing(row);
            if (policies.decide(row.getDataset(), standing, plantedClosed, now).changes(standing)) {
                settle(row.getDataset(), LedgerForm.ledger(row), standing, plantedClosed, now);
            }
        }
    }

    private void settle(String dataset, Ledger ledger, Standing standing, boolean plantedClosed, Instant now) {
        Policies.Decision decision = policies.decide(dataset, standing, plantedClosed, now);
        boolean due = !decision.fired().isEmpty();
        ledgers.put(
                dataset, LedgerForm.cut(dataset, due ? ledger.next() : ledger, decision.standing(), List.of(), now));
        if (due) {
            DatasetCut cut = LedgerForm.cut(dataset, ledger.grown(), standing, decision.fired(), now);
            context().forward(new Record<>(dataset, cut, now.toEpochMilli()));
        }
    }

    private boolean plantedClosed() {
        try (KeyValueIterator<String, ValueAndTimestamp<Gate>> all = gates.all()) {
            while (all.hasNext()) {
                KeyValue<String, ValueAndTimestamp<Gate>> gate = all.next();
                if (gate.value.value().getStatus() == GateStatus.CLOSED) {
                    return true;
                }
            }
            return false;
        }
    }
}
