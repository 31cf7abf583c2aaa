package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.ExactValue;
import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Percentage;
import io.millrace.verifier.math.numeric.NumericComparison;
import java.math.BigDecimal;
import java.util.Optional;

/** A decimal stands for the exact number that it rounds if it has enough digits. Two decimals never round each other. */
final class RoundedDecimals implements Rule {

    /** Decimals beyond those that are compared. */
    private static final int MORE = 20;
    /** A reference with this many decimals may have been rounded itself. */
    private static final int ROUNDED_REFERENCE = 2;

    /** Digits of a number in double precision. */
    private static final int DOUBLE = 15;

    private final int least;
    private final Fuel fuel;

    RoundedDecimals(int least, Fuel fuel) {
        this.least = least;
        this.fuel = fuel;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        int wanted = decimals(expected);
        int got = decimals(given);
        if ((wanted == 0 && got == 0) || isVariable(expected) || isVariable(given)) {
            return Optional.empty();
        }
        if (wanted > 0 && got > 0) {
            return Optional.of(Comparison.different(Stage.DECIMALS));
        }
        boolean near = wanted > 0 ? rounds(expected, wanted, given) : rounds(given, got, expected);
        boolean enough = wanted > 0 ? digits(expected, wanted) >= least : digits(given, got) >= least;
        if (near && enough) {
            return Optional.of(Comparison.equal(Stage.DECIMALS));
        }
        boolean doubtful = near && wanted >= Math.min(ROUNDED_REFERENCE, least);
        return Optional.of(doubtful ? Comparison.undecided(Stage.DECIMALS) : Comparison.different(Stage.DECIMALS));
    }

    private static boolean isVariable(Expression expression) {
        return expression.contains(part -> part instanceof Expression.Symbol
                || part instanceof Expression.Application
                || part instanceof Expression.Text);
    }

    /** The decimals of a number that is written as one, with a sign or percent sign at most; otherwise none. */
    static int decimals(Expression expression) {
        return switch (expression) {
            case Literal number -> Math.max(0, number.value().scale());
            case Negation negation -> decimals(negation.operand());
            case Percentage percentage -> {
                int decimals = decimals(percentage.value());
                yield decimals == 0 ? 0 : decimals + 2;
            }
            default -> 0;
        };
    }

    /** The decimals that say something: zeros before the first other digit do not. */
    private int digits(Expression written, int decimals) {
        return Math.min(decimals, value(written, decimals).precision());
    }

    private BigDecimal value(Expression written, int decimals) {
        return ExactValue.of(written, fuel).orElseThrow().decimal(decimals);
    }

    /** Whether the decimal is what becomes of the other when it is rounded. */
    private boolean rounds(Expression decimal, int decimals, Expression other) {
        if (decimals > AnswerPolicy.MAX_DECIMALS) {
            return false;
        }
        Optional<Rational> exact = ExactValue.of(other, fuel);
        Optional<BigDecimal> value = exact.isPresent()
                ? exact.map(fraction -> fraction.decimal(decimals + MORE))
                : NumericComparison.decimal(other, fuel);
        return value.isPresent() && rounds(value(decimal, decimals), decimals, value.get());
    }

    /** Rounded to the nearest or cut; the last of very many digits may be one off, as it is where doubles are printed. */
    private static boolean rounds(BigDecimal decimal, int decimals, BigDecimal exact) {
        BigDecimal apart = exact.subtract(decimal).abs();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        boolean cut = decimal.abs().compareTo(exact.abs()) <= 0 || decimal.precision() >= DOUBLE;
        return apart.compareTo(cut ? unit : unit.divide(BigDecimal.TWO)) < 0;
    }
}
