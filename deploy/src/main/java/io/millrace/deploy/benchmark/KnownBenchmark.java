package io.millrace.deploy.benchmark;

import io.millrace.deploy.console.Printable;
import io.millrace.evaluator.contamination.Edition;

/**
 * A benchmark as it is shown.
 *
 * @param whole whether all of it is there; records are held against no other
 */
public record KnownBenchmark(String name, String version, int items, boolean whole, String addedAt) {

    private static final int SHORT_HASH = 12;
    private static final int MAX_NAME = 100;

    public static KnownBenchmark of(Edition edition) {
        return new KnownBenchmark(
                edition.benchmark(),
                edition.version(),
                edition.items(),
                edition.whole(),
                edition.addedAt().toString());
    }

    /** In words. */
    public String text() {
        String brief = version.substring(0, Math.min(SHORT_HASH, version.length()));
        return "%s: %,d items, version %s, added at %s%s"
                .formatted(
                        Printable.line(name, MAX_NAME),
                        items,
                        Printable.line(brief, SHORT_HASH),
                        addedAt,
                        whole ? "" : " (incomplete; add it again)");
    }
}
