package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.ExactValue;
import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Application;
import io.millrace.verifier.math.latex.Expression.Based;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Degrees;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Percentage;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Expression.Root;
import io.millrace.verifier.math.latex.Expression.Symbol;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * The approximate value of expressions at one point.
 *
 * @param <T> a number of the field in which it is computed
 */
final class Evaluation<T> {

    private static final int MAX_WHOLE_EXPONENT = 2_000;
    private static final Rational HALF_TURN = Rational.of(180, 1);
    private static final Rational HUNDRED = Rational.of(100, 1);

    private final Field<T> field;
    private final Map<String, Rational> point;
    private final boolean real;
    private final Fuel fuel;
    private final Calls<T> calls;

    /**
     * An evaluation that has not begun.
     *
     * @param real whether all that comes up on the way has to be real; odd roots of negative numbers are
     */
    Evaluation(Field<T> field, Map<String, Rational> point, boolean real, Fuel fuel) {
        this.field = field;
        this.point = point;
        this.real = real;
        this.fuel = fuel;
        this.calls = new Calls<>(field, real);
    }

    /**
     * Computes the value.
     *
     * @throws UndefinedException if there is none here
     */
    T value(Expression expression) {
        fuel.spend(field.cost());
        return switch (expression) {
            case Literal number -> field.of(ExactValue.of(number, fuel).orElseThrow(() -> undefined("a number")));
            case Symbol symbol -> field.of(known(symbol));
            case Constant constant -> constant(constant);
            case Negation negation -> field.negated(value(negation.operand()));
            case Operation operation -> operation(operation);
            case Root root -> root(root);
            case Percentage percentage -> field.quotient(value(percentage.value()), field.of(HUNDRED));
            case Degrees degrees ->
                field.quotient(field.product(value(degrees.value()), field.pi()), field.of(HALF_TURN));
            case Quantity quantity -> value(quantity.value());
            case Based based -> field.of(ExactValue.of(based, fuel).orElseThrow(() -> undefined("a number in a base")));
            case Expression.Call call -> {
                fuel.spend(field.elementaryCost());
                yield calls.value(
                        call.function(), call.parts().stream().map(this::value).toList());
            }
            case Application application -> applied(application);
            default -> throw undefined("something that is not a number");
        };
    }

    private Rational known(Symbol symbol) {
        Rational value = point.get(symbol.name());
        if (value == null) {
            throw undefined("a variable");
        }
        return value;
    }

    private T constant(Constant constant) {
        return switch (constant) {
            case PI -> field.pi();
            case EULER -> field.exp(field.of(Rational.ONE));
            case IMAGINARY -> {
                if (real) {
                    throw undefined("not real");
                }
                yield field.imaginary();
            }
            case INFINITY -> throw undefined("infinite");
        };
    }

    private T operation(Operation operation) {
        if (operation.mixesUnits()) {
            throw undefined("a sum of different units");
        }
        T left = value(operation.left());
        return switch (operation.operator()) {
            case PLUS -> field.sum(left, value(operation.right()));
            case MINUS -> field.sum(left, field.negated(value(operation.right())));
            case TIMES -> field.product(left, value(operation.right()));
            case DIVIDED_BY -> field.quotient(left, value(operation.right()));
            case TO_THE_POWER -> power(left, operation.right());
            case PLUS_OR_MINUS, MINUS_OR_PLUS, UNION, INTERSECTION, WITHOUT -> throw undefined("not one number");
        };
    }

    private T root(Root root) {
        Rational index = new ExactValue(point, fuel)
                .value(root.index())
                .filter(exact ->
                        exact.whole() && exact.signum() > 0 && exact.numerator().bitLength() < 10)
                .orElseThrow(() -> undefined("a root of this kind"));
        return fractional(value(root.radicand()), BigInteger.ONE, index.numerator());
    }

    private T power(T base, Expression written) {
        Optional<Rational> exact = new ExactValue(point, fuel).value(written);
        if (exact.isPresent() && exact.get().denominator().bitLength() < 10) {
            Rational exponent = exact.get();
            return exponent.whole()
                    ? whole(base, exponent.numerator())
                    : fractional(base, exponent.numerator(), exponent.denominator());
        }
        T exponent = value(written);
        fuel.spend(2 * field.elementaryCost());
        if (isZero(base)) {
            if (field.realPart(exponent) > 0) {
                return base;
            }
            throw undefined("zero to the power of zero or less");
        }
        if (real && field.realPart(base) < 0) {
            throw undefined("not real");
        }
        return field.exp(field.product(exponent, field.log(base)));
    }

    private T whole(T base, BigInteger exponent) {
        if (exponent.bitLength() > 30 || exponent.abs().intValue() > MAX_WHOLE_EXPONENT) {
            fuel.spend(2 * field.elementaryCost());
            return isZero(base) ? base : field.exp(field.product(field.of(Rational.of(exponent)), field.log(base)));
        }
        if (isZero(base) && exponent.signum() <= 0) {
            throw undefined("zero to the power of zero or less");
        }
        T power = field.of(Rational.ONE);
        T square = base;
        for (int left = exponent.abs().intValue(); left > 0; left >>= 1) {
            fuel.spend(2 * field.cost());
            if ((left & 1) == 1) {
                power = field.product(power, square);
            }
            if (left > 1) {
                square = field.product(square, square);
            }
        }
        return exponent.signum() < 0 ? field.quotient(field.of(Rational.ONE), power) : power;
    }

    /** The index-th root, raised; of a negative real number it is real if the index is odd. */
    private T fractional(T base, BigInteger exponent, BigInteger index) {
        fuel.spend(field.elementaryCost());
        if (isZero(base)) {
            return whole(base, exponent);
        }
        boolean negative = field.realPart(base) < 0;
        if (field.imaginaryPart(base) == 0 && (!negative || index.testBit(0))) {
            T root = field.root(field.abs(base), index.intValue());
            return whole(negative ? field.negated(root) : root, exponent);
        }
        if (real) {
            throw undefined("not real");
        }
        return field.exp(field.product(field.of(new Rational(exponent, index)), field.log(base)));
    }

    /** A function that is not known gets values of its own, so that it is the same only where its name and arguments are. */
    private T applied(Application application) {
        T angle = field.of(Points.coordinate(application.name(), 0));
        int place = 1;
        for (Expression part : application.parts()) {
            T argument = part == Constant.INFINITY ? field.of(Points.coordinate("infinity", place)) : value(part);
            angle = field.sum(angle, field.product(field.of(Points.coordinate(application.name(), place)), argument));
            place++;
        }
        fuel.spend(field.elementaryCost());
        return field.sum(field.sin(angle), field.product(angle, angle));
    }

    private boolean isZero(T number) {
        return field.realPart(number) == 0 && field.imaginaryPart(number) == 0;
    }

    private static UndefinedException undefined(String why) {
        return new UndefinedException(why);
    }
}
