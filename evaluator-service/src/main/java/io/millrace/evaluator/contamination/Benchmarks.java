package io.millrace.evaluator.contamination;

import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.BenchmarkKey;
import io.millrace.schemas.BenchmarkPage;
import io.millrace.schemas.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The benchmarks that are there as a whole.
 *
 * @param hash of their names and versions; null where there are none
 * @param overfull whether there was no room for all of them
 */
public record Benchmarks(
        BenchmarkIndex index,
        List<Edition> editions,
        @Nullable String hash,
        boolean overfull) {

    public static final Benchmarks NONE = of(List.of(), 0);

    public Benchmarks {
        editions = List.copyOf(editions);
    }

    /**
     * Takes in pages, in whatever order.
     *
     * @param mostWords that there is room for
     */
    public static Benchmarks of(List<BenchmarkPage> pages, int mostWords) {
        List<Edition> editions = Edition.of(pages);
        List<Edition> whole = editions.stream().filter(Edition::whole).toList();
        Map<String, BenchmarkPage> wanted = new TreeMap<>();
        for (BenchmarkPage page : pages) {
            if (whole.stream().anyMatch(edition -> edition.has(page))) {
                wanted.put(BenchmarkKey.of(page), page);
            }
        }
        var builder = new IndexBuilder(mostWords);
        boolean overfull = false;
        for (BenchmarkPage page : wanted.values()) {
            for (BenchmarkItem item : page.getItems()) {
                overfull |= !builder.add(page.getBenchmark(), page.getVersion(), item.getId(), item.getTexts());
            }
        }
        return new Benchmarks(builder.build(), whole, hash(whole), overfull);
    }

    private static @Nullable String hash(List<Edition> editions) {
        List<String> parts = new ArrayList<>();
        editions.stream()
                .sorted(Comparator.comparing(Edition::benchmark).thenComparing(Edition::version))
                .forEach(edition -> parts.addAll(List.of(edition.benchmark(), edition.version())));
        return parts.isEmpty() ? null : Hash.of(parts);
    }

    /** Whether a benchmark is there in a version. */
    public boolean holds(String benchmark, String version) {
        return editions.stream()
                .anyMatch(edition -> edition.benchmark().equals(benchmark)
                        && edition.version().equals(version));
    }

    /** How many items they have together. */
    public int items() {
        return editions.stream().mapToInt(Edition::items).sum();
    }
}
