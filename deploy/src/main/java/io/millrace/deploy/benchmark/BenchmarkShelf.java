package io.millrace.deploy.benchmark;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.evaluator.contamination.Benchmarks;
import io.millrace.evaluator.contamination.Edition;
import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.BenchmarkKey;
import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The benchmarks of a factory. */
public final class BenchmarkShelf {

    private final Connection connection;

    public BenchmarkShelf(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.BENCHMARKS));
    }

    /** All pages that there are now. */
    public List<BenchmarkPage> pages() {
        Map<String, BenchmarkPage> pages = new TreeMap<>();
        try (var shelf = Shelf.withTombstones(connection, Topic.BENCHMARKS, pages::remove)) {
            shelf.forEachRemaining(entry -> pages.put(BenchmarkKey.of(entry.value()), entry.value()));
        }
        return new ArrayList<>(pages.values());
    }

    /**
     * Puts a benchmark in the place of the one of its name. That one stays until the new one is there as a whole.
     *
     * @param mostWords that there is room for, with all others
     * @throws OperatorException if there is no room for it
     */
    public Edition add(String name, List<BenchmarkItem> items, int mostWords, Instant at) {
        List<BenchmarkPage> before = pages();
        List<BenchmarkPage> added = Pages.of(name, version(items), items, at);
        List<BenchmarkPage> together = new ArrayList<>(added);
        before.stream().filter(page -> !page.getBenchmark().equals(name)).forEach(together::add);
        if (Benchmarks.of(together, mostWords).overfull()) {
            throw new OperatorException(
                    "With %s the benchmarks have more than %,d words, which evaluators have no room for."
                            .formatted(name, mostWords));
        }
        List<String> keys = added.stream().map(BenchmarkKey::of).toList();
        try (var feed = new Feed<>(connection, Topic.BENCHMARKS)) {
            added.forEach(page -> feed.send(BenchmarkKey.of(page), page));
            remove(feed, name, before, keys);
        }
        return Edition.of(added).getFirst();
    }

    /**
     * Removes a benchmark.
     *
     * @throws OperatorException if there is none of that name
     */
    public void remove(String name) {
        List<BenchmarkPage> before = pages();
        if (before.stream().noneMatch(page -> page.getBenchmark().equals(name))) {
            throw new OperatorException("There is no benchmark %s.".formatted(name));
        }
        try (var feed = new Feed<>(connection, Topic.BENCHMARKS)) {
            remove(feed, name, before, List.of());
        }
    }

    private static void remove(
            Feed<BenchmarkPage> feed, String name, List<BenchmarkPage> before, List<String> butThese) {
        before.stream()
                .filter(page -> page.getBenchmark().equals(name))
                .map(BenchmarkKey::of)
                .filter(key -> !butThese.contains(key))
                .forEach(feed::remove);
    }

    private static String version(List<BenchmarkItem> items) {
        List<String> parts = new ArrayList<>();
        for (BenchmarkItem item : items) {
            parts.add(item.getId());
            parts.add(Hash.of(item.getTexts()));
        }
        return Hash.of(parts);
    }
}
