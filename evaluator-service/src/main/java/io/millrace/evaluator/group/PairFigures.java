package io.millrace.evaluator.group;

import java.util.List;

/**
 * What is known of the lengths of answers in pairs.
 *
 * @param chosenLonger pairs in which the longer answer is chosen
 * @param chosenShorter and those in which the shorter is
 * @param meanDifference by how many code points the chosen answer is the longer one
 * @param meanDistance how many code points lie between the two
 */
public record PairFigures(
        int pairs, long chosenLonger, long chosenShorter, double meanDifference, double meanDistance) {

    public static PairFigures of(List<Pair> pairs) {
        return new PairFigures(
                pairs.size(),
                pairs.stream().filter(pair -> pair.difference() > 0).count(),
                pairs.stream().filter(pair -> pair.difference() < 0).count(),
                pairs.stream().mapToInt(Pair::difference).average().orElse(0),
                pairs.stream()
                        .mapToInt(pair -> Math.abs(pair.difference()))
                        .average()
                        .orElse(0));
    }
}
