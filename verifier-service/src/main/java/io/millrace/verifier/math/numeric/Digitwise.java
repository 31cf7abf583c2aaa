package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Expression;
import java.util.Map;

/** Compares two expressions digit by digit: forty of them, and eighty where forty are mostly lost in a difference. */
final class Digitwise {

    private static final int DIGITS = 40;
    private static final int MORE_DIGITS = 80;
    /** Digits that rounding may spoil. */
    private static final int SPOILT = 12;
    /** Values this much smaller than one are suspected to be the rest of a difference. */
    private static final int TINY = 15;

    private final Expression left;
    private final Expression right;
    private final Fuel fuel;

    Digitwise(Expression left, Expression right, Fuel fuel) {
        this.left = left;
        this.right = right;
        this.fuel = fuel;
    }

    Agreement equal(Map<String, Rational> point, boolean real) {
        try {
            Agreement agreement = equal(point, real, Digits.FORTY, DIGITS);
            return agreement == Agreement.UNKNOWN ? equal(point, real, Digits.EIGHTY, MORE_DIGITS) : agreement;
        } catch (UndefinedException | ArithmeticException unknown) {
            return Agreement.UNKNOWN;
        }
    }

    private Agreement equal(Map<String, Rational> point, boolean real, Digits field, int digits) {
        var evaluation = new Evaluation<>(field, point, real, fuel);
        Precise first = evaluation.value(left);
        Precise second = evaluation.value(right);
        long apart = difference(field, first, second).magnitude();
        long size = Math.max(first.magnitude(), second.magnitude());
        if (apart <= size - digits + SPOILT) {
            return Agreement.SAME;
        }
        if (size > -TINY && apart > -TINY) {
            return Agreement.DIFFERENT;
        }
        if (digits == DIGITS) {
            return Agreement.UNKNOWN;
        }
        return apart <= SPOILT - digits ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private static Precise difference(Digits field, Precise left, Precise right) {
        return field.sum(left, field.negated(right));
    }

    /** Whether left and right stand in the same proportion at two points. */
    boolean proportional(Map<String, Rational> point, Map<String, Rational> other) {
        try {
            var here = new Evaluation<>(Digits.FORTY, point, true, fuel);
            var there = new Evaluation<>(Digits.FORTY, other, true, fuel);
            Precise across = Digits.FORTY.product(here.value(left), there.value(right));
            Precise back = Digits.FORTY.product(there.value(left), here.value(right));
            return difference(Digits.FORTY, across, back).magnitude() <= across.magnitude() - DIGITS + SPOILT;
        } catch (UndefinedException | ArithmeticException unknown) {
            return false;
        }
    }
}
