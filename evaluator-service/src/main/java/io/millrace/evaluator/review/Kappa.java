package io.millrace.evaluator.review;

import io.millrace.schemas.ReviewOutcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cohen's kappa: how far two people agree beyond what chance alone would make them. J. Cohen, "A Coefficient of Agreement for Nominal
 * Scales", Educational and Psychological Measurement 20 (1960), pages 37–46; the standard error is that of its equation 7.
 *
 * @param items that were rated twice
 * @param agreement the share of them on which both say the same
 */
public record Kappa(int items, double agreement, double value, double standardError) {

    private static final double NORMAL_95 = 1.959964;

    /** What two people said of one item. */
    public record Pair(ReviewOutcome first, ReviewOutcome second) {}

    /** Nothing where kappa is not defined: without pairs, or where chance alone makes all say the same. */
    public static Optional<Kappa> of(List<Pair> pairs) {
        int items = pairs.size();
        double agreement = (double) pairs.stream()
                        .filter(pair -> pair.first() == pair.second())
                        .count()
                / items;
        return of(items, agreement, chance(pairs));
    }

    /** The same where there are only yes and no, by how many items both say yes, one of them, or neither. */
    public static Optional<Kappa> of(long both, long first, long second, long neither) {
        double items = both + first + second + neither;
        double yes = (both + first) / items * ((both + second) / items);
        double no = (neither + second) / items * ((neither + first) / items);
        return of((int) items, (both + neither) / items, yes + no);
    }

    private static Optional<Kappa> of(int items, double agreement, double chance) {
        if (items == 0 || chance >= 1) {
            return Optional.empty();
        }
        double value = (agreement - chance) / (1 - chance);
        double error = Math.sqrt(agreement * (1 - agreement) / items) / (1 - chance);
        return Optional.of(new Kappa(items, agreement, value, error));
    }

    /** The lower end of the interval that holds it with 95 % confidence. */
    public double low() {
        return Math.max(-1, value - NORMAL_95 * standardError);
    }

    /** The upper end of that interval. */
    public double high() {
        return Math.min(1, value + NORMAL_95 * standardError);
    }

    private static double chance(List<Pair> pairs) {
        Map<ReviewOutcome, Integer> first = new EnumMap<>(ReviewOutcome.class);
        Map<ReviewOutcome, Integer> second = new EnumMap<>(ReviewOutcome.class);
        for (Pair pair : pairs) {
            first.merge(pair.first(), 1, Integer::sum);
            second.merge(pair.second(), 1, Integer::sum);
        }
        double both = first.entrySet().stream()
                .mapToDouble(outcome -> (double) outcome.getValue() * second.getOrDefault(outcome.getKey(), 0))
                .sum();
        return both / pairs.size() / pairs.size();
    }
}
