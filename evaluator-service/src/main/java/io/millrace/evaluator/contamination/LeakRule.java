package io.millrace.evaluator.contamination;

import io.millrace.schemas.BenchmarkMatch;
import java.util.Optional;

/**
 * When an item of a benchmark counts as leaked.
 *
 * @param run so many shared words in a row are enough; an item of fewer must be there as a whole
 * @param coverage this share of an item's words in shared runs is enough
 */
public record LeakRule(int run, double coverage) {

    /** As measured on real benchmarks: few leaks are missed, and nearly nothing else is taken for one. */
    public static final LeakRule USUAL = new LeakRule(13, 0.5);

    /** An item of fewer words is in so many texts by chance that it must be the whole text. */
    static final int FEWEST = 5;

    private static final int MOST = 1_000;

    public LeakRule {
        if (run < BenchmarkIndex.GRAM || run > MOST) {
            throw new IllegalArgumentException(
                    "a run has %d to %,d words, not %d".formatted(BenchmarkIndex.GRAM, MOST, run));
        }
        if (!(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException("a coverage is above 0 and at most 1, not " + coverage);
        }
    }

    /** What it means that a text shares something with an item of so many words; nothing where that is mere chance. */
    Optional<BenchmarkMatch> on(int words, Overlap overlap) {
        if (words >= run) {
            if (overlap.longest() >= run) {
                return Optional.of(BenchmarkMatch.RUN);
            }
            return Optional.of(
                    overlap.covered() >= coverage * words ? BenchmarkMatch.COVERAGE : BenchmarkMatch.SUSPECT);
        }
        if (overlap.longest() < words) {
            return Optional.of(BenchmarkMatch.SUSPECT);
        }
        return words >= FEWEST || overlap.alone() ? Optional.of(BenchmarkMatch.WHOLE) : Optional.empty();
    }
}
