package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Function;
import java.math.BigInteger;
import java.util.List;

/**
 * The values of known functions.
 *
 * @param <T> a number
 */
final class Calls<T> {

    private static final double WHOLE = 1e-9;
    private static final int MAX_FACTORIAL = 150;
    private static final double MAX_ROUNDED = 1e15;

    private final Field<T> field;
    private final boolean real;

    Calls(Field<T> field, boolean real) {
        this.field = field;
        this.real = real;
    }

    T value(Function function, List<T> arguments) {
        T first = arguments.getFirst();
        return switch (function) {
            case SIN -> field.sin(first);
            case COS -> field.cos(first);
            case TAN -> field.quotient(field.sin(first), field.cos(first));
            case COT -> field.quotient(field.cos(first), field.sin(first));
            case SEC -> field.quotient(one(), field.cos(first));
            case CSC -> field.quotient(one(), field.sin(first));
            case ARCSIN -> field.arcsin(withinOne(first));
            case ARCCOS -> field.arccos(withinOne(first));
            case ARCTAN -> field.arctan(first);
            case SINH, COSH, TANH -> hyperbolic(function, first);
            case EXP -> field.exp(first);
            case LN, LOG -> logarithm(first);
            case LOG_TO_BASE -> field.quotient(logarithm(arguments.get(1)), logarithm(first));
            case ABS -> field.abs(first);
            case FLOOR -> rounded(Math.floor(roundable(first)));
            case CEILING -> rounded(Math.ceil(roundable(first)));
            case FACTORIAL -> field.of(Rational.of(factorial(whole(first))));
            case BINOMIAL -> field.of(binomial(whole(first), whole(arguments.get(1))));
            case MAX -> extreme(arguments, 1);
            case MIN -> extreme(arguments, -1);
            case GCD, LCM -> throw new UndefinedException("not of whole numbers");
        };
    }

    private T one() {
        return field.of(Rational.ONE);
    }

    private T withinOne(T operand) {
        if (Math.abs(field.realPart(operand)) > 1 || field.imaginaryPart(operand) != 0) {
            throw new UndefinedException("outside of the domain");
        }
        return operand;
    }

    private T logarithm(T operand) {
        if (real && field.realPart(operand) <= 0) {
            throw new UndefinedException("not real");
        }
        return field.log(operand);
    }

    private T hyperbolic(Function function, T operand) {
        T grows = field.exp(operand);
        T falls = field.exp(field.negated(operand));
        T twoSines = field.sum(grows, field.negated(falls));
        T twoCosines = field.sum(grows, falls);
        return switch (function) {
            case SINH -> field.quotient(twoSines, field.of(Rational.of(2, 1)));
            case COSH -> field.quotient(twoCosines, field.of(Rational.of(2, 1)));
            default -> field.quotient(twoSines, twoCosines);
        };
    }

    private double roundable(T operand) {
        double value = field.realPart(operand);
        if (field.imaginaryPart(operand) != 0 || Math.abs(value) > MAX_ROUNDED) {
            throw new UndefinedException("cannot be rounded");
        }
        double nearest = Math.rint(value);
        return Math.abs(value - nearest) < WHOLE ? nearest : value;
    }

    private T rounded(double value) {
        return field.of(Rational.of(BigInteger.valueOf((long) value)));
    }

    private int whole(T operand) {
        double value = roundable(operand);
        if (value != Math.rint(value) || value < 0 || value > MAX_FACTORIAL) {
            throw new UndefinedException("not a small whole number");
        }
        return (int) value;
    }

    private static BigInteger factorial(int of) {
        BigInteger product = BigInteger.ONE;
        for (int factor = 2; factor <= of; factor++) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    private static Rational binomial(int of, int chosen) {
        return chosen > of
                ? Rational.ZERO
                : new Rational(factorial(of), factorial(chosen).multiply(factorial(of - chosen)));
    }

    private T extreme(List<T> arguments, int direction) {
        T best = arguments.getFirst();
        for (T argument : arguments) {
            if (direction * (field.realPart(argument) - field.realPart(best)) > 0) {
                best = argument;
            }
        }
        return best;
    }
}
