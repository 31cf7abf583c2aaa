package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Where expressions are compared: points that look random, yet depend on nothing but the names of the variables. */
public final class Points {

    private static final int GRID = 1024;
    private static final int ROUNDS = 8;
    private static final int WHOLE_ROUNDS = 4;

    private Points() {}

    /** Points with fractions as coordinates: positive ones first, then negative, mixed and small ones. */
    public static List<Map<String, Rational>> of(Set<String> names) {
        return IntStream.range(0, ROUNDS).mapToObj(round -> point(names, round)).toList();
    }

    /** Points with small positive whole coordinates. */
    public static List<Map<String, Rational>> whole(Set<String> names) {
        return IntStream.range(0, WHOLE_ROUNDS)
                .mapToObj(round -> {
                    Map<String, Rational> point = new HashMap<>();
                    names.forEach(name ->
                            point.put(name, Rational.of(2 + Math.floorMod(hash(name, round), 7) + round, 1)));
                    return point;
                })
                .toList();
    }

    private static Map<String, Rational> point(Set<String> names, int round) {
        Map<String, Rational> point = new HashMap<>();
        for (String name : names) {
            Rational size = round < ROUNDS - 2 ? coordinate(name, round) : small(name, round);
            boolean negative = switch (round) {
                case 0, 1 -> false;
                case 2, 3 -> true;
                default -> (hash(name, round) & 1) == 0;
            };
            point.put(name, negative ? size.negated() : size);
        }
        return point;
    }

    /** Between 0.3 and 3.3. */
    static Rational coordinate(String name, int round) {
        return Rational.of(307 + Math.floorMod(hash(name, round) >> 4, 3 * GRID), GRID);
    }

    /** Between 0.06 and 0.6. */
    private static Rational small(String name, int round) {
        return Rational.of(61 + Math.floorMod(hash(name, round) >> 4, 553), GRID);
    }

    private static int hash(String name, int round) {
        int hash = (name.hashCode() ^ round * 0x9E3779B9) * 0x85EBCA6B;
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE35;
        return hash ^ hash >>> 13;
    }
}
