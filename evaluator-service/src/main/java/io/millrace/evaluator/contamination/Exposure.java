package io.millrace.evaluator.contamination;

import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkMatch;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a record shares with benchmarks.
 *
 * @param hits the most telling first
 * @param benchmarks a hash of what it was held against; null where there was nothing
 */
public record Exposure(List<BenchmarkHit> hits, @Nullable String benchmarks) {

    /** Of a record that was held against nothing. */
    public static final Exposure NONE = new Exposure(List.of(), null);

    public Exposure {
        hits = List.copyOf(hits);
    }

    /** The same without what is shared with an item of that id. */
    public Exposure butOf(String item) {
        return new Exposure(
                hits.stream().filter(hit -> !hit.getItem().equals(item)).toList(), benchmarks);
    }

    /** Names of the benchmarks that are leaked; those that are merely suspected are not among them. */
    public List<String> leaked() {
        return leaks().map(BenchmarkHit::getBenchmark).distinct().toList();
    }

    Stream<BenchmarkHit> leaks() {
        return hits.stream().filter(hit -> hit.getMatch() != BenchmarkMatch.SUSPECT);
    }
}
