package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.number.Linear;
import io.millrace.generator.rule.number.Polynomial;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Linear equations, quadratics and systems whose solutions are whole numbers, each proven by putting them in. */
public final class Equations {

    private static final List<String> UNKNOWNS = List.of("x", "y", "z");
    private static final Pattern NUMBERS = Pattern.compile("-?[0-9]{1,9}(?:, -?[0-9]{1,9}){0,5}");

    private Equations() {}

    public static Family family() {
        return new Family(
                "equations",
                1,
                List.of(
                        List.of(Equations::linear),
                        List.of(system(2)),
                        List.of(Equations::quadratic),
                        List.of(system(3))));
    }

    private static Item linear(Choices choices, Choices chance) {
        int right = choices.between(2, 20);
        int more = choices.between(1, 15);
        int constant = choices.between(-50, 50);
        int root = choices.between(-40, 40);
        long other = (long) more * root + constant;
        Polynomial before = Polynomial.of(constant, (long) right + more);
        Polynomial after = Polynomial.of(other, right);
        List<String> steps = List.of(
                "Taking %dx from both sides gives %s = %d".formatted(right, Polynomial.of(constant, more), other),
                "So %s = %d".formatted(Polynomial.of(0, more), other - constant),
                "x = %d / %d = %d".formatted(other - constant, more, root));
        OptionalLong proof = LongStream.rangeClosed(-200, 200)
                .filter(x -> before.at(x) == after.at(x))
                .findFirst();
        return Item.number(
                "Solve %s = %s for x.".formatted(before, after),
                steps,
                root,
                proof.orElseThrow(),
                -root,
                other - constant,
                (other + constant) / more,
                root + 1);
    }

    private static Item quadratic(Choices choices, Choices chance) {
        int factor = choices.between(1, 12);
        int low = choices.between(-60, 59);
        int difference = choices.between(1, 40);
        int high = low + difference;
        Polynomial equation =
                Polynomial.of(-low, 1).times(Polynomial.of(-high, 1)).times(Polynomial.of(factor));
        Polynomial reduced = Polynomial.of(-low, 1).times(Polynomial.of(-high, 1));
        List<String> steps = List.of(
                "Divided by %d it is %s = 0".formatted(factor, reduced),
                "The discriminant is %d, the square of %d".formatted(difference * difference, difference),
                "The roots are (%d - %d) / 2 and (%d + %d) / 2"
                        .formatted(low + high, difference, low + high, difference));
        return Item.formula(
                "Find all solutions of %s = 0. Answer with the set of solutions.".formatted(equation),
                steps,
                set(low, high),
                attempt -> solvesAll(attempt, equation),
                set(-high, -low),
                set(low, high + 1),
                set(low - difference, high),
                "{%d}".formatted(low));
    }

    private static Template system(int unknowns) {
        return (choices, chance) -> {
            List<Long> solution = new ArrayList<>();
            List<Linear> equations = new ArrayList<>();
            for (int unknown = 0; unknown < unknowns; unknown++) {
                solution.add((long) choices.between(-20, 20));
            }
            for (int row = 0; row < unknowns; row++) {
                equations.add(equation(row, solution, choices));
            }
            return system(equations, solution);
        };
    }

    /** The own unknown weighs more than all others, so there is never more than one solution. */
    private static Linear equation(int row, List<Long> solution, Choices choices) {
        List<Long> factors = IntStream.range(0, solution.size())
                .mapToObj(column -> (long) (column == row ? choices.between(7, 15) : choices.between(-3, 3)))
                .toList();
        return Linear.through(factors, solution);
    }

    private static Item system(List<Linear> equations, List<Long> solution) {
        List<String> names = UNKNOWNS.subList(0, solution.size());
        String shown = equations.stream().map(each -> each.text(names)).collect(Collectors.joining("\n"));
        long determinant = Linear.determinant(equations, Linear.NONE);
        List<String> steps = new ArrayList<>();
        steps.add("The determinant of the factors is %d".formatted(determinant));
        for (int column = 0; column < solution.size(); column++) {
            long part = Linear.determinant(equations, column);
            steps.add("%s = %d / %d = %d".formatted(names.get(column), part, determinant, part / determinant));
        }
        List<Long> negative = solution.stream().map(value -> -value).toList();
        List<Long> oneMore = new ArrayList<>(solution);
        oneMore.set(0, solution.getFirst() + 1);
        return Item.formula(
                "Solve this system of equations. Answer with the tuple (%s).\n%s"
                        .formatted(String.join(", ", names), shown),
                steps,
                tuple(solution),
                attempt -> solves(attempt, equations),
                tuple(negative),
                tuple(solution.reversed()),
                tuple(oneMore));
    }

    private static boolean solves(String attempt, List<Linear> equations) {
        List<Long> values = numbers(attempt, '(', ')');
        return values.size() == equations.size() && equations.stream().allMatch(each -> each.holds(values));
    }

    private static boolean solvesAll(String attempt, Polynomial equation) {
        List<Long> values = numbers(attempt, '{', '}');
        return values.stream().distinct().count() == 2
                && values.size() == 2
                && values.stream().allMatch(value -> equation.at(value) == 0);
    }

    private static List<Long> numbers(String attempt, char open, char close) {
        boolean bracketed =
                attempt.length() > 2 && attempt.charAt(0) == open && attempt.charAt(attempt.length() - 1) == close;
        String inner = bracketed ? attempt.substring(1, attempt.length() - 1) : "";
        return NUMBERS.matcher(inner).matches()
                ? Arrays.stream(Pattern.compile(", ").split(inner))
                        .map(Long::valueOf)
                        .toList()
                : List.of();
    }

    private static String set(long low, long high) {
        return "{%d, %d}".formatted(low, high);
    }

    private static String tuple(List<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
