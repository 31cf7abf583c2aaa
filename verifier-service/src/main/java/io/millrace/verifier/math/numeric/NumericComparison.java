package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares two expressions by their values at chosen points: where everything is real first, in the complex plane where nothing is.
 * Double precision tells them apart; only many digits tell that they are the same.
 */
public final class NumericComparison {

    private static final Complex ONE = new Complex(1, 0);
    private static final int ENOUGH = 3;
    private static final int SOME = 2;
    private static final double ROUNDING = 1e-12;

    private final Expression left;
    private final Expression right;
    private final Fuel fuel;

    public NumericComparison(Expression left, Expression right, Fuel fuel) {
        this.left = left;
        this.right = right;
        this.fuel = fuel;
    }

    /** Whether they are the same for all values of their variables. */
    public Agreement equality() {
        List<Sample> samples = samples();
        if (samples.isEmpty() || (!names().isEmpty() && samples.size() < SOME)) {
            return Agreement.UNKNOWN;
        }
        for (Sample sample : samples) {
            if (!sample.agrees(ONE)) {
                return sample.noise() > ROUNDING * 1e6 ? precisely(sample) : Agreement.DIFFERENT;
            }
        }
        return precisely(samples.getFirst());
    }

    /** Which constant the left one is the right one times; empty where there is none, or where it cannot be told. */
    public Optional<Double> proportion() {
        List<Sample> samples = samples().stream()
                .filter(sample -> sample.real() && !sample.zero())
                .toList();
        if (samples.size() < ENOUGH) {
            return Optional.empty();
        }
        Sample first = samples.getFirst();
        Complex factor = new Doubles().quotient(first.left(), first.right());
        boolean constant = samples.stream().allMatch(sample -> sample.agrees(factor))
                && new Digitwise(left, right, fuel)
                        .proportional(first.point(), samples.get(1).point());
        return constant ? Optional.of(factor.real()) : Optional.empty();
    }

    /** A real constant to eighty digits; empty where it has no such value. */
    public static Optional<BigDecimal> decimal(Expression constant, Fuel fuel) {
        try {
            return Optional.of(new Evaluation<>(Digits.EIGHTY, Map.of(), true, fuel)
                    .value(constant)
                    .real());
        } catch (UndefinedException | ArithmeticException unknown) {
            return Optional.empty();
        }
    }

    /** A real constant in double precision; empty where it has no such value. */
    public static Optional<Double> approximation(Expression constant, Fuel fuel) {
        try {
            return Optional.of(new Evaluation<>(new Doubles(), Map.of(), true, fuel)
                    .value(constant)
                    .real());
        } catch (UndefinedException unknown) {
            return Optional.empty();
        }
    }

    private Agreement precisely(Sample sample) {
        return new Digitwise(left, right, fuel).equal(sample.point(), sample.real());
    }

    private List<Sample> samples() {
        Set<String> names = names();
        if (names.isEmpty()) {
            Sample sample = sample(Map.of());
            return sample == null ? List.of() : List.of(sample);
        }
        List<Sample> samples = new ArrayList<>(at(Points.of(names), true));
        if (samples.size() < ENOUGH) {
            samples.addAll(at(Points.whole(names), true));
        }
        if (samples.isEmpty()) {
            samples.addAll(at(Points.of(names), false));
        }
        return samples;
    }

    private List<Sample> at(List<Map<String, Rational>> points, boolean real) {
        List<Sample> samples = new ArrayList<>();
        for (Map<String, Rational> point : points) {
            Sample sample = sample(point, real && !imaginary());
            if (sample != null) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private @Nullable Sample sample(Map<String, Rational> point) {
        Sample real = imaginary() ? null : sample(point, true);
        return real == null ? sample(point, false) : real;
    }

    private @Nullable Sample sample(Map<String, Rational> point, boolean real) {
        try {
            var doubles = new Doubles();
            var evaluation = new Evaluation<>(doubles, point, real, fuel);
            Complex first = evaluation.value(left);
            Complex second = evaluation.value(right);
            return new Sample(point, real, first, second, doubles.largest() * ROUNDING);
        } catch (UndefinedException undefined) {
            return null;
        }
    }

    private boolean imaginary() {
        return left.contains(part -> part == Constant.IMAGINARY) || right.contains(part -> part == Constant.IMAGINARY);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Expression side : List.of(left, right)) {
            side.contains(part -> {
                if (part instanceof Symbol symbol) {
                    names.add(symbol.name());
                }
                return false;
            });
        }
        return names;
    }
}
