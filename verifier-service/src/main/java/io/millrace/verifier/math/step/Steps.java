package io.millrace.verifier.math.step;

import io.millrace.verifier.math.exact.ExactValue;
import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.OutOfFuelException;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Commas;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Application;
import io.millrace.verifier.math.latex.Expression.Degrees;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Percentage;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Expression.Text;
import io.millrace.verifier.math.latex.Parser;
import io.millrace.verifier.math.latex.Spelling;
import io.millrace.verifier.math.latex.SyntaxException;
import io.millrace.verifier.math.latex.Units;
import io.millrace.verifier.math.numeric.NumericComparison;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The equalities between constants that a solution claims, recomputed.
 *
 * @param checked how many could be
 * @param wrong how many of them do not hold
 * @param firstWrong the first of these as it is written, or null
 */
public record Steps(int checked, int wrong, @Nullable String firstWrong) {

    private static final int WINDOW = 20_000;
    private static final Units ANY_UNIT = Units.of(List.of()).andAnyWord();
    private static final double EXACTLY = 1e-9;
    private static final double HUNDRED = 100;
    /** Who writes decimals rounds on the way; this much of a value may get lost. */
    private static final double ROUNDED = 1e-3;

    private static final double ABOUT = 1e-2;

    public static Steps of(String solution) {
        var fuel = new Fuel(Fuel.STANDARD);
        int checked = 0;
        int wrong = 0;
        String firstWrong = null;
        for (Claim claim : Claims.in(solution.substring(Math.max(0, solution.length() - WINDOW)))) {
            Optional<Boolean> holds;
            try {
                holds = holds(claim, fuel);
            } catch (OutOfFuelException exhausted) {
                break;
            }
            checked += holds.isPresent() ? 1 : 0;
            if (holds.isPresent() && !holds.get()) {
                wrong++;
                firstWrong = firstWrong == null ? claim.written() : firstWrong;
            }
        }
        return new Steps(checked, wrong, firstWrong);
    }

    /** Whether a claim is true; empty where it is not about constants or cannot be told. */
    private static Optional<Boolean> holds(Claim claim, Fuel fuel) {
        try {
            Expression left = constant(claim.left());
            Expression right = constant(claim.right());
            return ExactValue.of(left, fuel).equals(ExactValue.of(right, fuel))
                            && ExactValue.of(left, fuel).isPresent()
                    ? Optional.of(true)
                    : nearly(claim, left, right, fuel);
        } catch (SyntaxException | UndefinedException unknown) {
            return Optional.empty();
        }
    }

    private static Expression constant(String written) throws SyntaxException {
        Expression expression = Parser.parse(Spelling.plain(written), Commas.GROUP, ANY_UNIT);
        if (expression.contains(part -> isNoConstant(part))) {
            throw new SyntaxException("not a constant");
        }
        return expression;
    }

    private static boolean isNoConstant(Expression part) {
        return part instanceof Symbol || part instanceof Application || part instanceof Text || part instanceof Degrees;
    }

    private static Optional<Boolean> nearly(Claim claim, Expression left, Expression right, Fuel fuel) {
        Optional<Double> first = value(left, fuel);
        Optional<Double> second = value(right, fuel);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        double tolerance = tolerance(claim, left, right, Math.max(Math.abs(first.get()), Math.abs(second.get())));
        boolean near = Math.abs(first.get() - second.get()) <= tolerance;
        boolean percent =
                left.contains(part -> part instanceof Percentage) || right.contains(part -> part instanceof Percentage);
        boolean nearPercent = percent
                && (Math.abs(HUNDRED * first.get() - second.get()) <= HUNDRED * tolerance
                        || Math.abs(first.get() - HUNDRED * second.get()) <= HUNDRED * tolerance);
        return Optional.of(near || nearPercent);
    }

    private static Optional<Double> value(Expression expression, Fuel fuel) {
        Optional<Rational> exact = ExactValue.of(expression, fuel);
        return exact.isPresent()
                ? exact.map(fraction -> fraction.decimal(MathContext.DECIMAL64).doubleValue())
                : NumericComparison.approximation(expression, fuel);
    }

    /** A decimal on the right may be rounded to its last place. */
    private static double tolerance(Claim claim, Expression left, Expression right, double size) {
        if (claim.approximate()) {
            return ABOUT * size;
        }
        double lastPlace = right instanceof Literal number && number.value().scale() > 0
                ? Math.pow(10, -number.value().scale()) * (1 + EXACTLY)
                : 0;
        boolean decimals = left.contains(Steps::isDecimal) || right.contains(Steps::isDecimal);
        return Math.max(lastPlace, (decimals ? ROUNDED : EXACTLY) * size);
    }

    private static boolean isDecimal(Expression part) {
        return part instanceof Literal number && number.value().scale() > 0;
    }
}
