package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.UndefinedException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions of real numbers, to as many digits as wanted. */
final class Series {

    /** Digits computed beyond those wanted, for what rounding spoils on the way. */
    private static final int GUARD = 15;

    private static final BigDecimal TWO = BigDecimal.TWO;
    /** Beyond this, exponentials and angles are not computed. */
    private static final BigDecimal MAX_ARGUMENT = BigDecimal.valueOf(100_000);

    private static final BigDecimal SMALL = new BigDecimal("0.1");

    private final MathContext context;
    private final BigDecimal negligible;
    private final BigDecimal pi;

    Series(int digits) {
        this.context = new MathContext(digits + GUARD, RoundingMode.HALF_EVEN);
        this.negligible = BigDecimal.ONE.movePointLeft(digits + GUARD);
        this.pi = machin();
    }

    MathContext context() {
        return context;
    }

    BigDecimal pi() {
        return pi;
    }

    /** Halves until the series is short, then squares back. */
    BigDecimal exp(BigDecimal operand) {
        BigDecimal reduced = bounded(operand);
        int halvings = 0;
        while (reduced.abs().compareTo(SMALL) > 0) {
            reduced = reduced.divide(TWO, context);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int power = 1; term.abs().compareTo(negligible) > 0; power++) {
            term = term.multiply(reduced, context).divide(BigDecimal.valueOf(power), context);
            sum = sum.add(term, context);
        }
        for (int halving = 0; halving < halvings; halving++) {
            sum = sum.multiply(sum, context);
        }
        return sum;
    }

    /** Halley's iteration, which triples the digits of the first guess. */
    BigDecimal log(BigDecimal operand) {
        double guess = Math.log(operand.doubleValue());
        if (!Double.isFinite(guess)) {
            throw new UndefinedException("beyond the range");
        }
        BigDecimal result = new BigDecimal(guess, context);
        for (int digits = 15; digits < context.getPrecision(); digits *= 3) {
            BigDecimal reached = exp(result);
            BigDecimal step = operand.subtract(reached, context).divide(operand.add(reached, context), context);
            result = result.add(step.multiply(TWO, context), context);
        }
        return result;
    }

    BigDecimal sin(BigDecimal operand) {
        BigDecimal angle = reduced(operand);
        return alternating(angle, angle, 1);
    }

    BigDecimal cos(BigDecimal operand) {
        return alternating(reduced(operand), BigDecimal.ONE, 0);
    }

    /** Newton's iteration on the tangent, which doubles the digits of the first guess. */
    BigDecimal arctan(BigDecimal operand) {
        BigDecimal result = new BigDecimal(Math.atan(operand.doubleValue()), context);
        for (int digits = 14; digits < context.getPrecision(); digits *= 2) {
            BigDecimal sine = sin(result);
            BigDecimal cosine = cos(result);
            BigDecimal over = sine.subtract(operand.multiply(cosine, context), context);
            result = result.subtract(over.multiply(cosine, context), context);
        }
        return result;
    }

    /** The root of a positive number. */
    BigDecimal root(BigDecimal operand, int index) {
        if (index == 2) {
            return operand.sqrt(context);
        }
        return exp(log(operand).divide(BigDecimal.valueOf(index), context));
    }

    private BigDecimal reduced(BigDecimal operand) {
        BigDecimal turn = pi.multiply(TWO, context);
        BigDecimal turns = bounded(operand).divide(turn, 0, RoundingMode.HALF_EVEN);
        return operand.subtract(turns.multiply(turn, context), context);
    }

    /** The series of the sine and the cosine from a first term on. */
    private BigDecimal alternating(BigDecimal angle, BigDecimal first, int firstPower) {
        BigDecimal square = angle.multiply(angle, context);
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int power = firstPower; term.abs().compareTo(negligible) > 0; power += 2) {
            term = term.multiply(square, context)
                    .divide(BigDecimal.valueOf((power + 1L) * (power + 2L)), context)
                    .negate();
            sum = sum.add(term, context);
        }
        return sum;
    }

    private BigDecimal machin() {
        return inverseArctan(5)
                .multiply(BigDecimal.valueOf(16), context)
                .subtract(inverseArctan(239).multiply(BigDecimal.valueOf(4), context), context);
    }

    private BigDecimal inverseArctan(int of) {
        BigDecimal square = BigDecimal.valueOf((long) of * of);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(of), context);
        BigDecimal sum = power;
        for (int odd = 3; power.compareTo(negligible) > 0; odd += 2) {
            power = power.divide(square, context);
            BigDecimal term = power.divide(BigDecimal.valueOf(odd), context);
            sum = odd % 4 == 3 ? sum.subtract(term, context) : sum.add(term, context);
        }
        return sum;
    }

    private static BigDecimal bounded(BigDecimal operand) {
        if (operand.abs().compareTo(MAX_ARGUMENT) > 0) {
            throw new UndefinedException("beyond the range");
        }
        return operand;
    }
}
