package io.millrace.verifier.puzzle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jugs, the amount to measure, and how many moves are allowed. */
record JugsGiven(List<Integer> capacities, int target, int maxMoves) {

    private static final int MAX_JUGS = 9;
    private static final int MAX_LITRES = 1_000_000;

    JugsGiven {
        capacities = List.copyOf(capacities);
    }

    /** Reads {@code {"capacities":[…],"target":…,"maxMoves":…}}; empty where it is anything else. */
    static Optional<JugsGiven> from(JsonNode given) {
        List<Integer> capacities = new ArrayList<>();
        for (JsonNode capacity : given.path("capacities")) {
            capacities.add(positive(capacity));
        }
        int target = positive(given.path("target"));
        int maxMoves = positive(given.path("maxMoves"));
        boolean sound = !capacities.isEmpty()
                && capacities.size() <= MAX_JUGS
                && !capacities.contains(0)
                && target > 0
                && maxMoves > 0;
        return sound ? Optional.of(new JugsGiven(capacities, target, maxMoves)) : Optional.empty();
    }

    /** The number; 0 where it is none that can be meant. */
    private static int positive(JsonNode number) {
        boolean fits = number.isIntegralNumber() && number.canConvertToInt() && number.intValue() <= MAX_LITRES;
        return fits ? Math.max(0, number.intValue()) : 0;
    }
}
