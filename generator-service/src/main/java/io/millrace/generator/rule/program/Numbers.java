package io.millrace.generator.rule.program;

import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs over lists of whole numbers. */
public final class Numbers {

    private static final int LEAST = -40;
    private static final int GREATEST = 60;

    private Numbers() {}

    public static Vocabulary<Long> vocabulary() {
        return new Vocabulary<>(
                new Argument<>("numbers", "a list of whole numbers", "list(numbers)", List::toString),
                filters(),
                Step.positions("numbers"),
                changes(),
                ends(),
                Numbers::sample);
    }

    private static List<Long> sample(Choices choices) {
        return IntStream.range(0, choices.between(1, 12))
                .mapToObj(at -> (long) choices.between(LEAST, GREATEST))
                .toList();
    }

    private static List<Step<Long, List<Long>>> filters() {
        List<Step<Long, List<Long>>> filters = new ArrayList<>();
        for (long bound = -4; bound <= 16; bound++) {
            filters.add(greater(bound).confusedWith(atLeast(bound), smaller(bound)));
            filters.add(smaller(bound).confusedWith(atMost(bound), greater(bound)));
        }
        for (long by = 2; by <= 7; by++) {
            filters.add(divisible(by).confusedWith(notDivisible(by), divisible(by + 1)));
            filters.add(notDivisible(by).confusedWith(divisible(by), notDivisible(by + 1)));
        }
        return filters;
    }

    private static Step<Long, List<Long>> greater(long bound) {
        return Step.keep("numbers greater than " + bound, "value > " + bound, value -> value > bound);
    }

    private static Step<Long, List<Long>> atLeast(long bound) {
        return Step.keep("numbers of at least " + bound, "value >= " + bound, value -> value >= bound);
    }

    private static Step<Long, List<Long>> smaller(long bound) {
        return Step.keep("numbers smaller than " + bound, "value < " + bound, value -> value < bound);
    }

    private static Step<Long, List<Long>> atMost(long bound) {
        return Step.keep("numbers of at most " + bound, "value <= " + bound, value -> value <= bound);
    }

    private static Step<Long, List<Long>> divisible(long by) {
        return Step.keep(
                "numbers divisible by " + by, "value %% %d == 0".formatted(by), value -> Math.floorMod(value, by) == 0);
    }

    private static Step<Long, List<Long>> notDivisible(long by) {
        return Step.keep(
                "numbers not divisible by " + by,
                "value %% %d != 0".formatted(by),
                value -> Math.floorMod(value, by) != 0);
    }

    private static List<Step<Long, List<Long>>> changes() {
        List<Step<Long, List<Long>>> changes = new ArrayList<>();
        for (long amount = 2; amount <= 14; amount++) {
            changes.add(plus(amount).confusedWith(minus(amount), plus(amount + 1)));
            changes.add(minus(amount).confusedWith(plus(amount), minus(amount - 1)));
            changes.add(times(amount).confusedWith(plus(amount), times(amount + 1)));
        }
        for (long by = 2; by <= 5; by++) {
            changes.add(dividedDown(by).confusedWith(divided(by)));
        }
        Step<Long, List<Long>> square =
                Step.change("Replace each number by its square", "value ** 2", value -> value * value);
        changes.add(square.confusedWith(times(2)));
        changes.add(Step.change("Replace each number by its absolute value", "abs(value)", Math::abs));
        changes.add(Step.change("Change the sign of each number", "-value", value -> -value));
        Step<Long, List<Long>> totals = Step.of(
                "Replace each number by the sum of all remaining numbers up to and including it",
                "[sum(values[:end + 1]) for end in range(len(values))]",
                values -> totals(values, 1));
        changes.add(totals.confusedWith(
                Step.of("", "[sum(values[:end]) for end in range(len(values))]", values -> totals(values, 0))));
        return changes;
    }

    private static Step<Long, List<Long>> plus(long amount) {
        return Step.change("Add %d to each number".formatted(amount), "value + " + amount, value -> value + amount);
    }

    private static Step<Long, List<Long>> minus(long amount) {
        return Step.change(
                "Subtract %d from each number".formatted(amount), "value - " + amount, value -> value - amount);
    }

    private static Step<Long, List<Long>> times(long factor) {
        return Step.change("Multiply each number by " + factor, "value * " + factor, value -> value * factor);
    }

    private static Step<Long, List<Long>> dividedDown(long by) {
        return Step.change(
                "Divide each number by %d, rounding down towards minus infinity".formatted(by),
                "value // " + by,
                value -> Math.floorDiv(value, by));
    }

    private static Step<Long, List<Long>> divided(long by) {
        return Step.change("", "int(value / %d)".formatted(by), value -> value / by);
    }

    private static List<Long> totals(List<Long> values, int first) {
        return IntStream.range(first, first + values.size())
                .mapToObj(end -> sum(values.subList(0, end)))
                .toList();
    }

    private static List<Step<Long, String>> ends() {
        return Stream.of(figures(), picks(), lists()).flatMap(List::stream).toList();
    }

    private static List<Step<Long, String>> figures() {
        Step<Long, String> sum =
                Step.of("Return the sum of the numbers", "sum(values)", values -> literal(sum(values)));
        Step<Long, String> count =
                Step.of("Return how many numbers there are", "len(values)", values -> literal(values.size()));
        return List.of(sum.confusedWith(count), count.confusedWith(sum));
    }

    private static List<Step<Long, String>> picks() {
        Step<Long, String> greatest = Step.of(
                "Return the greatest of the numbers, or 0 if there is none",
                "max(values, default=0)",
                values -> literal(values.stream().max(Comparator.naturalOrder()).orElse(0L)));
        Step<Long, String> least = Step.of(
                "Return the least of the numbers, or 0 if there is none",
                "min(values, default=0)",
                values -> literal(values.stream().min(Comparator.naturalOrder()).orElse(0L)));
        Step<Long, String> first = Step.of(
                "Return the first of the numbers, or 0 if there is none",
                "values[0] if values else 0",
                values -> literal(values.isEmpty() ? 0 : values.getFirst()));
        Step<Long, String> last = Step.of(
                "Return the last of the numbers, or 0 if there is none",
                "values[-1] if values else 0",
                values -> literal(values.isEmpty() ? 0 : values.getLast()));
        return List.of(
                greatest.confusedWith(least, last),
                least.confusedWith(greatest, first),
                first.confusedWith(last),
                last.confusedWith(first));
    }

    private static List<Step<Long, String>> lists() {
        Step<Long, String> rising = Step.of(
                "Return the numbers as a list in ascending order",
                "sorted(values)",
                values -> values.stream().sorted().toList().toString());
        Step<Long, String> falling = Step.of(
                "Return the numbers as a list in descending order",
                "sorted(values, reverse=True)",
                values -> values.stream()
                        .sorted(Collections.reverseOrder())
                        .toList()
                        .toString());
        Step<Long, String> once = Step.of(
                "Return the different numbers among them as a list in ascending order",
                "sorted(set(values))",
                values -> values.stream().distinct().sorted().toList().toString());
        Step<Long, String> all = Step.of("Return the numbers as a list", "values", List::toString);
        Step<Long, String> reversed = Step.of(
                "Return the numbers as a list in reverse order",
                "values[::-1]",
                values -> values.reversed().toString());
        return List.of(
                rising.confusedWith(falling, all),
                falling.confusedWith(rising, all),
                once.confusedWith(rising),
                all.confusedWith(reversed, rising),
                reversed.confusedWith(all, falling));
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(value -> value).sum();
    }

    private static String literal(long number) {
        return Long.toString(number);
    }
}
