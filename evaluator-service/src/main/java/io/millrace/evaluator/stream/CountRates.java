package io.millrace.evaluator.stream;

import io.millrace.schemas.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of one partition by window of time and, in a window that began at the epoch, since the beginning. Rows that
 * changed are written about once a second; a row that is older than the retention is deleted.
 *
 * @param <K> the key's type, which does not matter
 * @param <V> the value's type
 */
final class CountRates<K, V> extends ContextualProcessor<K, V, String, Rate> {

    private static final Duration EMIT_EVERY = Duration.ofSeconds(1);
    private static final int MAX_ROWS = 50_000;
    private static final int START_DIGITS = 13;
    private static final String OLDEST_WINDOW = startKey(1);

    private final String storeName;
    private final RateWindows windows;
    private final BiFunction<String, V, List<Counted>> counted;
    private final Set<String> changed = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, Rate> rows;

    /** @param counted what a record counts as, by its topic and value */
    CountRates(String storeName, RateWindows windows, BiFunction<String, V, List<Counted>> counted) {
        this.storeName = storeName;
        this.windows = windows;
        this.counted = counted;
    }

    @Override
    public void init(ProcessorContext<String, Rate> context) {
        super.init(context);
        rows = context.getStateStore(storeName);
        // A row may have been committed by a process that died before it wrote the row out.
        try (KeyValueIterator<String, Rate> all = rows.all()) {
            all.forEachRemaining(row -> changed.add(row.key));
        }
        context.schedule(EMIT_EVERY, PunctuationType.WALL_CLOCK_TIME, this::emit);
    }

    @Override
    public void process(Record<K, V> record) {
        String topic = context().recordMetadata().orElseThrow().topic();
        Instant start = windows.start(record.timestamp());
        Instant end = start.plus(windows.size());
        boolean expired = end.isBefore(windows.oldest(context().currentSystemTimeMs()));
        for (Counted what : counted.apply(topic, record.value())) {
            add(what, Instant.EPOCH, end);
            if (!expired) {
                add(what, start, end);
            }
        }
    }

    private void add(Counted what, Instant start, Instant end) {
        String key = startKey(start.toEpochMilli()) + "|" + what.key();
        @Nullable Rate row = rows.get(key);
        if (row == null && rows.approximateNumEntries() >= MAX_ROWS && !what.equals(what.withoutLabels())) {
            add(what.withoutLabels(), start, end);
            return;
        }
        long before = row == null ? 0 : row.getCount();
        rows.put(key, rate(what, start, end, before + 1));
        changed.add(key);
    }

    private void emit(long now) {
        expire(now);
        for (String key : changed) {
            context().forward(new Record<>(partitionKey(key), rows.get(key), now));
        }
        changed.clear();
    }

    private void expire(long now) {
        List<String> expired = new ArrayList<>();
        String end = startKey(windows.oldest(now).toEpochMilli());
        try (KeyValueIterator<String, Rate> old = rows.range(OLDEST_WINDOW, end)) {
            while (old.hasNext()) {
                KeyValue<String, Rate> row = old.next();
                expired.add(row.key);
            }
        }
        for (String key : expired) {
            rows.delete(key);
            changed.add(key);
        }
    }

    private String partitionKey(String key) {
        return key + "|" + context().taskId().partition();
    }

    /** Keys sort by the start of their windows. */
    private static String startKey(long millis) {
        String digits = Long.toString(millis);
        return "0".repeat(Math.max(0, START_DIGITS - digits.length())) + digits;
    }

    private static Rate rate(Counted what, Instant start, Instant end, long count) {
        return new Rate(start, end, what.strategy(), what.domain(), what.stage(), what.outcome(), what.reason(), count);
    }
}
