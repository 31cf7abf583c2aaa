package io.millrace.evaluator.trigger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many records there are of each label; labels come from outside, so their number and their lengths are bounded. */
public record Distribution(SortedMap<String, Long> counts) {

    public static final Distribution EMPTY = new Distribution(new TreeMap<>());

    private static final int MAX_LABELS = 64;
    private static final int MAX_LENGTH = 64;
    private static final String OTHER = "other";

    /** Counted into each label on both sides, because a share of nothing has no logarithm. */
    private static final double SMOOTHING = 0.5;

    public Distribution {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    Distribution with(String label) {
        var more = new TreeMap<>(counts);
        boolean known = counts.containsKey(label);
        boolean room = counts.size() < MAX_LABELS && label.length() <= MAX_LENGTH;
        more.merge(known || room ? label : OTHER, 1L, Long::sum);
        return new Distribution(more);
    }

    long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The Population Stability Index against a reference: the sum over all labels of (a - e) ln(a / e), where a is the share here and
     * e the share there. See B. Yurdakul, Statistical Properties of Population Stability Index, Western Michigan University, 2018.
     * By its rule of thumb, from 0.1 on something has moved and from 0.25 on it has moved far; small samples move by themselves.
     */
    double indexAgainst(Distribution reference) {
        SortedSet<String> labels = new TreeSet<>(counts.keySet());
        labels.addAll(reference.counts.keySet());
        long size = size();
        double scale = (double) size / reference.size();
        double total = size + SMOOTHING * labels.size();
        double index = 0;
        for (String label : labels) {
            double actual = (counts.getOrDefault(label, 0L) + SMOOTHING) / total;
            double expected = (reference.counts.getOrDefault(label, 0L) * scale + SMOOTHING) / total;
            index += (actual - expected) * Math.log(actual / expected);
        }
        return index;
    }
}
