package io.millrace.evaluator.group;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps the length of answers from giving away which of two is preferred.
 *
 * @param maxShare of all pairs, how many may have the longer answer chosen, and how many the shorter
 */
public record LengthBalance(double maxShare) {

    public static final LengthBalance USUAL = new LengthBalance(0.55);

    /** So few pairs of one kind show nothing systematic. */
    private static final int ALWAYS = 10;

    private static final Comparator<Pair> CLOSEST_FIRST = Comparator.<Pair>comparingInt(
                    pair -> Math.abs(pair.difference()))
            .thenComparing(pair -> pair.chosen().getId());

    public LengthBalance {
        if (!(maxShare >= 0.5 && maxShare <= 1)) {
            throw new IllegalArgumentException("a share of pairs is between 0.5 and 1, not " + maxShare);
        }
    }

    /** The pairs in their order, without those of the more frequent kind that are too many: the ones that differ most in length. */
    public List<Pair> keep(List<Pair> pairs) {
        Set<Pair> left = new HashSet<>(pairs);
        left.removeAll(tooMany(pairs, pair -> pair.difference() > 0));
        left.removeAll(tooMany(pairs, pair -> pair.difference() < 0));
        return pairs.stream().filter(left::contains).toList();
    }

    private List<Pair> tooMany(List<Pair> pairs, Predicate<Pair> kind) {
        long others = pairs.stream().filter(kind.negate()).count();
        double allowed = maxShare == 1 ? pairs.size() : Math.floor(others * maxShare / (1 - maxShare));
        return pairs.stream()
                .filter(kind)
                .sorted(CLOSEST_FIRST)
                .skip((long) Math.max(ALWAYS, allowed))
                .toList();
    }
}
