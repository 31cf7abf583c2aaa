package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.number.Polynomial;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Polynomials to expand, differentiate and integrate; proven by their values at more points than could agree by chance. */
public final class Polynomials {

    private static final int POINTS = 8;

    private Polynomials() {}

    public static Family family() {
        return new Family(
                "polynomials",
                1,
                List.of(
                        List.of(Polynomials::derivative),
                        List.of(expansion(1, 1)),
                        List.of(Polynomials::integral),
                        List.of(expansion(2, 2), expansion(1, 3))));
    }

    private static Template expansion(int leftDegree, int rightDegree) {
        return (choices, chance) -> {
            Polynomial left = polynomial(leftDegree, 9, choices);
            Polynomial right = polynomial(rightDegree, 9, choices);
            Polynomial product = left.times(right);
            List<String> steps = new ArrayList<>();
            for (int power = left.degree(); power >= 0; power--) {
                Polynomial part = left.term(power);
                steps.add("%s times %s is %s".formatted(part, right, part.times(right)));
            }
            return item(
                    "Expand (%s)(%s) and collect like terms.".formatted(left, right),
                    steps,
                    product,
                    agrees(point -> left.at(point) * right.at(point)),
                    left.plus(right),
                    left.term(left.degree())
                            .times(right.term(right.degree()))
                            .plus(left.term(0).times(right.term(0))));
        };
    }

    private static Item derivative(Choices choices, Choices chance) {
        Polynomial function = polynomial(3, 12, choices);
        Polynomial derivative = function.derivative();
        List<String> steps = new ArrayList<>();
        for (int power = function.degree(); power > 0; power--) {
            steps.add("The derivative of %s is %s"
                    .formatted(function.term(power), function.term(power).derivative()));
        }
        return item(
                "Differentiate %s with respect to x.".formatted(function),
                steps,
                derivative,
                agrees(function::slopeAt),
                derivative.plus(function.term(0)),
                derivative.derivative(),
                function);
    }

    private static Item integral(Choices choices, Choices chance) {
        Polynomial antiderivative = polynomial(4, 9, choices);
        Polynomial function = antiderivative.derivative();
        long start = antiderivative.at(0);
        List<String> steps = new ArrayList<>();
        for (int power = function.degree(); power >= 0; power--) {
            steps.add("%s is the derivative of %s".formatted(function.term(power), antiderivative.term(power + 1)));
        }
        steps.add("At 0 that must be %d".formatted(start));
        return item(
                "Find the polynomial F(x) whose derivative is %s and for which F(0) = %d.".formatted(function, start),
                steps,
                antiderivative,
                attempt -> attempt.at(0) == start
                        && LongStream.range(1, POINTS).allMatch(point -> attempt.slopeAt(point) == function.at(point)),
                antiderivative.plus(Polynomial.of(-start)),
                function.derivative(),
                function);
    }

    private static Predicate<Polynomial> agrees(LongUnaryOperator values) {
        return attempt ->
                LongStream.range(-1, POINTS).allMatch(point -> attempt.at(point) == values.applyAsLong(point));
    }

    private static Item item(
            String prompt, List<String> steps, Polynomial answer, Predicate<Polynomial> proof, Polynomial... confused) {
        List<String> wrong = new ArrayList<>();
        for (Polynomial other : confused) {
            wrong.add(other.toString());
        }
        wrong.add(answer.plus(Polynomial.of(1)).toString());
        wrong.add(answer.times(Polynomial.of(-1)).toString());
        return Item.formula(
                prompt,
                steps,
                answer.toString(),
                attempt -> Polynomial.read(attempt).filter(proof).isPresent(),
                wrong.toArray(String[]::new));
    }

    /** One of that degree, with whole factors. */
    private static Polynomial polynomial(int degree, int largest, Choices choices) {
        long[] factors = new long[degree + 1];
        for (int power = 0; power < degree; power++) {
            factors[power] = choices.between(-largest, largest);
        }
        factors[degree] = choices.between(2, largest);
        return Polynomial.of(factors);
    }
}
