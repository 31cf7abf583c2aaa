package io.millrace.evaluator.contamination;

import io.millrace.schemas.BenchmarkPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A benchmark in one version.
 *
 * @param pagesThere of those that it has
 */
public record Edition(String benchmark, String version, int items, int pages, int pagesThere, Instant addedAt) {

    /** What pages there are of, by name and version. */
    public static List<Edition> of(List<BenchmarkPage> pages) {
        var found = new TreeMap<String, Edition>();
        for (BenchmarkPage page : pages) {
            found.merge(page.getBenchmark() + "/" + page.getVersion(), of(page), Edition::and);
        }
        return new ArrayList<>(found.values());
    }

    private static Edition of(BenchmarkPage page) {
        return new Edition(
                page.getBenchmark(), page.getVersion(), page.getItems().size(), page.getPages(), 1, page.getAddedAt());
    }

    private Edition and(Edition more) {
        return new Edition(benchmark, version, items + more.items, pages, pagesThere + more.pagesThere, more.addedAt);
    }

    /** Whether nothing of it is missing. */
    public boolean whole() {
        return pagesThere >= pages;
    }

    boolean has(BenchmarkPage page) {
        return page.getBenchmark().equals(benchmark) && page.getVersion().equals(version);
    }
}
