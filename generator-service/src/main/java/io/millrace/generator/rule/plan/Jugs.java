package io.millrace.generator.rule.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Two jugs and an amount to measure.
 *
 * @param moves how many it takes at least
 */
public record Jugs(int small, int large, int target, int moves) {

    private static final List<String> MOVES = List.of("fill 1", "fill 2", "empty 1", "empty 2", "pour 1 2", "pour 2 1");
    private static final Pattern SEPARATOR = Pattern.compile("; ");
    private static final int MAX_LENGTH = 2_000;

    /** What the jugs hold. */
    public record Amounts(int first, int second) {

        private static final Amounts NOTHING = new Amounts(0, 0);

        private boolean has(int amount) {
            return first == amount || second == amount;
        }

        @Override
        public String toString() {
            return first + " and " + second;
        }
    }

    /** Every amount that can be measured with two jugs. */
    public static List<Jugs> measurable(int small, int large) {
        Map<Integer, Integer> moves = new LinkedHashMap<>();
        Map<Amounts, Integer> distances = new LinkedHashMap<>(Map.of(Amounts.NOTHING, 0));
        List<Amounts> queue = new ArrayList<>(List.of(Amounts.NOTHING));
        for (int next = 0; next < queue.size(); next++) {
            Amounts here = queue.get(next);
            int distance = distances.getOrDefault(here, 0);
            moves.putIfAbsent(here.first, distance);
            moves.putIfAbsent(here.second, distance);
            for (String move : MOVES) {
                Amounts there = moved(here, move, small, large);
                if (distances.putIfAbsent(there, distance + 1) == null) {
                    queue.add(there);
                }
            }
        }
        return moves.entrySet().stream()
                .map(amount -> new Jugs(small, large, amount.getKey(), amount.getValue()))
                .toList();
    }

    /** A plan of the fewest moves. */
    public List<String> plan() {
        Map<Amounts, List<String>> plans = new HashMap<>(Map.of(Amounts.NOTHING, List.of()));
        List<Amounts> queue = new ArrayList<>(List.of(Amounts.NOTHING));
        for (int next = 0; next < queue.size(); next++) {
            Amounts here = queue.get(next);
            List<String> plan = plans.getOrDefault(here, List.of());
            if (here.has(target)) {
                return plan;
            }
            for (String move : MOVES) {
                Amounts there = moved(here, move, small, large);
                if (!plans.containsKey(there)) {
                    List<String> longer = new ArrayList<>(plan);
                    longer.add(move);
                    plans.put(there, longer);
                    queue.add(there);
                }
            }
        }
        throw new IllegalStateException("nothing measures this amount");
    }

    /** What the jugs hold after these moves. */
    public Amounts after(List<String> plan) {
        Amounts amounts = Amounts.NOTHING;
        for (String move : plan) {
            amounts = moved(amounts, move, small, large);
        }
        return amounts;
    }

    /** Whether a written plan measures the amount without more moves than allowed. */
    public boolean reaches(String answer, int allowed) {
        List<String> plan = answer.length() > MAX_LENGTH
                ? List.of()
                : SEPARATOR.splitAsStream(answer).toList();
        return plan.size() <= allowed && MOVES.containsAll(plan) && after(plan).has(target);
    }

    private static Amounts moved(Amounts amounts, String move, int small, int large) {
        int intoSecond = Math.min(amounts.first, large - amounts.second);
        int intoFirst = Math.min(amounts.second, small - amounts.first);
        return switch (move) {
            case "fill 1" -> new Amounts(small, amounts.second);
            case "fill 2" -> new Amounts(amounts.first, large);
            case "empty 1" -> new Amounts(0, amounts.second);
            case "empty 2" -> new Amounts(amounts.first, 0);
            case "pour 1 2" -> new Amounts(amounts.first - intoSecond, amounts.second + intoSecond);
            default -> new Amounts(amounts.first + intoFirst, amounts.second - intoFirst);
        };
    }
}
