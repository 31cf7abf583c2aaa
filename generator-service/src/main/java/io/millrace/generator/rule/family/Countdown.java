package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.item.Working;
import io.millrace.generator.rule.number.Expression;
import io.millrace.generator.rule.number.Expression.Operation;
import io.millrace.generator.rule.number.Expression.Value;
import io.millrace.generator.rule.number.Formula;
import io.millrace.generator.rule.number.Operator;
import io.millrace.generator.rule.number.Rational;
import io.millrace.generator.rule.space.Choices;
import io.millrace.schemas.PuzzleTask;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers to combine into a target, each used exactly once. Every set of numbers comes with one target only. */
public final class Countdown {

    private static final String NAME = "countdown";
    private static final int VERSION = 1;
    private static final int ATTEMPTS = 40;
    private static final Rational LEAST_TARGET = Rational.of(10);
    private static final Rational GREATEST = Rational.of(999);
    private static final List<Operator> OPERATORS = List.of(Operator.values());

    private Countdown() {}

    public static Family family() {
        return new Family(
                NAME,
                VERSION,
                List.of(List.of(game(3, 100)), List.of(game(4, 50)), List.of(game(5, 50)), List.of(game(6, 50))));
    }

    private static Template game(int count, int largest) {
        int sets = Math.toIntExact(choose(largest + count - 1, count));
        return (choices, chance) -> {
            List<Rational> numbers = numbers(choices.below(sets), count, largest);
            return item(numbers, expression(numbers, chance));
        };
    }

    private static Item item(List<Rational> numbers, Expression expression) {
        Solution solution = solution(expression);
        Rational target = Formula.read(solution.answer()).value();
        String shown = numbers.stream().map(Rational::toString).collect(Collectors.joining(", "));
        String prompt = ("Use each of the numbers %s exactly once, with +, -, * and / and brackets, to make %s. "
                        + "Answer with one expression.")
                .formatted(shown, target);
        PuzzleTask puzzle = PuzzleTask.newBuilder()
                .setFamily(NAME)
                .setFamilyVersion(VERSION)
                .setPrompt(prompt)
                .setGiven("{\"numbers\":[%s],\"target\":%s}".formatted(shown.replace(" ", ""), target))
                .setAnswer(solution.answer())
                .build();
        Task task = Task.newBuilder().setPuzzle(puzzle).build();
        return new Item(prompt, task, solution, answer -> solves(answer, numbers, target), mistakes(expression));
    }

    private static boolean solves(String answer, List<Rational> numbers, Rational target) {
        try {
            Formula formula = Formula.read(answer);
            return formula.value().equals(target)
                    && formula.numbers().stream().sorted().toList().equals(numbers);
        } catch (ArithmeticException unreadable) {
            return false;
        }
    }

    private static List<Supplier<Solution>> mistakes(Expression expression) {
        if (!(expression instanceof Operation last)) {
            throw new IllegalStateException("a game needs an operation");
        }
        Expression repeated = new Operation(last.left(), last.operator(), firstOf(last.left()));
        Expression otherwise = new Operation(last.left(), last.operator().mistakenFor(), last.right());
        return List.of(
                () -> solution(repeated),
                () -> solution(otherwise),
                () -> solution(new Operation(last, Operator.PLUS, firstOf(last))),
                () -> solution(last.left() instanceof Value ? last.right() : last.left()));
    }

    private static Expression firstOf(Expression expression) {
        return expression instanceof Operation operation ? firstOf(operation.left()) : expression;
    }

    private static Solution solution(Expression expression) {
        Solution worked = Working.solve(Rational::toString, working -> expression.work(working::step));
        return Solution.answered(worked.steps(), expression.text(Rational::toString));
    }

    /** An expression of all the numbers that stays within positive whole numbers; their sum, if no other is found soon. */
    private static Expression expression(List<Rational> numbers, Choices chance) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Part whole = combined(numbers, chance);
            if (whole.value().compareTo(LEAST_TARGET) >= 0 && whole.value().compareTo(GREATEST) <= 0) {
                return whole.expression();
            }
        }
        return numbers.stream()
                .map(number -> (Expression) new Value(number))
                .reduce((left, right) -> new Operation(left, Operator.PLUS, right))
                .orElseThrow();
    }

    private static Part combined(List<Rational> numbers, Choices chance) {
        List<Part> parts = new ArrayList<>();
        for (Rational number : numbers) {
            parts.add(new Part(new Value(number), number));
        }
        while (parts.size() > 1) {
            Part left = parts.remove(chance.below(parts.size()));
            Part right = parts.remove(chance.below(parts.size()));
            parts.add(left.with(chance.of(OPERATORS), right));
        }
        return parts.getFirst();
    }

    /** Part of an expression under construction. */
    private record Part(Expression expression, Rational value) {

        /** Exchanges the operands, or adds, where the operation would leave the positive whole numbers. */
        Part with(Operator operator, Part other) {
            return Stream.of(joined(operator, other), other.joined(operator, this))
                    .filter(part ->
                            part.value.signum() > 0 && part.value.whole() && part.value.compareTo(GREATEST) <= 0)
                    .findFirst()
                    .orElseGet(() -> joined(Operator.PLUS, other));
        }

        private Part joined(Operator operator, Part right) {
            return new Part(new Operation(expression, operator, right.expression), operator.of(value, right.value));
        }
    }

    /** The numbers of a rank, in ascending order: every multiset of the numbers from 1 to the largest has one rank. */
    private static List<Rational> numbers(int rank, int count, int largest) {
        List<Rational> numbers = new ArrayList<>(count);
        long rest = rank;
        int highest = largest + count - 2;
        for (int left = count; left > 0; left--) {
            while (choose(highest, left) > rest) {
                highest--;
            }
            rest -= choose(highest, left);
            numbers.addFirst(Rational.of(highest - left + 2));
        }
        return numbers;
    }

    /** The number of ways to choose so many out of so many. */
    private static long choose(int from, int count) {
        long ways = 1;
        for (int step = 1; step <= count; step++) {
            ways = ways * (from - count + step) / step;
        }
        return from < count ? 0 : ways;
    }
}
