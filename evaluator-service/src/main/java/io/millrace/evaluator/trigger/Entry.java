package io.millrace.evaluator.trigger;

import io.millrace.evaluator.diversity.Wording;
import java.time.Instant;
import java.util.Map;

/**
 * An evaluated record as it counts for its dataset.
 *
 * @param contaminated whether it shares text with a benchmark
 * @param wording of its answer, where it is kept
 */
public record Entry(
        boolean kept, boolean contaminated, Instant decidedAt, Map<Dimension, String> labels, Wording wording) {

    public Entry {
        labels = Map.copyOf(labels);
    }
}
