package io.millrace.generator.rule.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One operation on a list.
 *
 * @param request what it does, as part of a specification
 * @param code the same as a Python expression over the variable {@code values}
 * @param run the same in Java
 * @param slips operations that are easily written instead
 */
public record Step<T, R>(String request, String code, Function<List<T>, R> run, List<Step<T, R>> slips) {

    public Step {
        slips = List.copyOf(slips);
    }

    static <T, R> Step<T, R> of(String request, String code, Function<List<T>, R> run) {
        return new Step<>(request, code, run, List.of());
    }

    static <T> Step<T, List<T>> keep(String which, String code, Predicate<T> kept) {
        return of(
                "Keep only the " + which,
                "[value for value in values if %s]".formatted(code),
                values -> values.stream().filter(kept).toList());
    }

    static <T> Step<T, List<T>> change(String how, String code, UnaryOperator<T> change) {
        return of(
                how,
                "[%s for value in values]".formatted(code),
                values -> values.stream().map(change).toList());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    final Step<T, R> confusedWith(Step<T, R>... others) {
        return new Step<>(request, code, run, List.of(others));
    }

    /** Operations that look only at where a value stands. */
    static <T> List<Step<T, List<T>>> positions(String things) {
        List<Step<T, List<T>>> steps = new ArrayList<>();
        for (int count = 1; count <= 2; count++) {
            steps.add(Step.<T>dropping(count, things).confusedWith(dropping(count + 1, things), taking(count, things)));
            steps.add(Step.<T>taking(count + 1, things).confusedWith(taking(count, things), dropping(count, things)));
        }
        Step<T, List<T>> odd = everySecond(0, "first", things);
        Step<T, List<T>> even = everySecond(1, "second", things);
        steps.add(odd.confusedWith(even));
        steps.add(even.confusedWith(odd));
        return steps;
    }

    private static <T> Step<T, List<T>> dropping(int count, String things) {
        return of(
                "Drop the first %s of the remaining %s, or all if there are fewer"
                        .formatted(count == 1 ? "one" : count, things),
                "values[%d:]".formatted(count),
                values -> values.stream().skip(count).toList());
    }

    private static <T> Step<T, List<T>> taking(int count, String things) {
        return of(
                "Keep the first %d of the remaining %s, or all if there are fewer".formatted(count, things),
                "values[:%d]".formatted(count),
                values -> values.stream().limit(count).toList());
    }

    private static <T> Step<T, List<T>> everySecond(int start, String named, String things) {
        return of(
                "Keep every second one of the remaining %s, starting with the %s".formatted(things, named),
                "values[%d::2]".formatted(start),
                values -> IntStream.range(0, values.size())
                        .filter(at -> at % 2 == start)
                        .mapToObj(values::get)
                        .toList());
    }
}
