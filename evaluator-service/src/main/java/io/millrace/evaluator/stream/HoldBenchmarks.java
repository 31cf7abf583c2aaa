package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Benchmarks;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.schemas.BenchmarkPage;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the pages of all benchmarks on every instance, and the watchlist as they say. The store is global, so that it has all that was
 * there before the first record is decided on, and no transaction of a task takes anything in it back.
 */
final class HoldBenchmarks implements Processor<@Nullable String, @Nullable BenchmarkPage, Void, Void> {

    static final String STORE = "benchmarks-by-page";

    private static final Logger LOG = LoggerFactory.getLogger(HoldBenchmarks.class);

    private final Watchlist watchlist;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, BenchmarkPage> pages;

    HoldBenchmarks(Watchlist watchlist) {
        this.watchlist = watchlist;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        pages = context.getStateStore(STORE);
        hold();
    }

    @Override
    public void process(Record<@Nullable String, @Nullable BenchmarkPage> record) {
        String key = record.key();
        BenchmarkPage page = record.value();
        if (key == null) {
            return;
        }
        if (page == null) {
            remove(key);
        } else {
            // Pages come in their order, so the last one makes it whole.
            pages.put(key, page);
            if (page.getPage() >= page.getPages() - 1) {
                hold();
            }
        }
    }

    private void remove(String key) {
        BenchmarkPage removed = pages.delete(key);
        if (removed != null && watchlist.held().holds(removed.getBenchmark(), removed.getVersion())) {
            hold();
        }
    }

    private void hold() {
        List<BenchmarkPage> all = new ArrayList<>();
        try (KeyValueIterator<String, BenchmarkPage> stored = pages.all()) {
            while (stored.hasNext()) {
                KeyValue<String, BenchmarkPage> next = stored.next();
                all.add(next.value);
            }
        }
        watchlist.hold(all);
        Benchmarks held = watchlist.held();
        if (held.overfull()) {
            LOG.error(
                    "benchmarks have more words than there is room for; records are held against a part of them only");
        }
    }
}
