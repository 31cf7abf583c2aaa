package io.millrace.evaluator.trigger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An evaluated record as it counts for its dataset.
 *
 * @param contaminated whether it shares text with a benchmark
 * @param fourGrams the hashes of its answer's word 4-grams, where they are asked for
 */
public record Entry(
        boolean kept, boolean contaminated, Instant decidedAt, Map<Dimension, String> labels, List<Integer> fourGrams) {

    public Entry {
        labels = Map.copyOf(labels);
        fourGrams = List.copyOf(fourGrams);
    }
}
