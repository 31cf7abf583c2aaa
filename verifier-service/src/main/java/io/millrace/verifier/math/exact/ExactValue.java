package io.millrace.verifier.math.exact;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Based;
import io.millrace.verifier.math.latex.Expression.Call;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Percentage;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Expression.Root;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Function;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The value of expressions that have a fraction as their value, with given values for their variables. */
public final class ExactValue {

    private static final Rational HUNDRED = Rational.of(100, 1);

    private final Map<String, Rational> variables;
    private final Arithmetic arithmetic;

    public ExactValue(Map<String, Rational> variables, Fuel fuel) {
        this.variables = Map.copyOf(variables);
        this.arithmetic = new Arithmetic(fuel);
    }

    /**
     * The exact value; empty where this cannot tell, for instance because it is not a fraction.
     *
     * @throws UndefinedException if there is no value
     * @throws OutOfFuelException if it takes too much work
     */
    public static Optional<Rational> of(Expression expression, Fuel fuel) {
        return new ExactValue(Map.of(), fuel).value(expression);
    }

    public Optional<Rational> value(Expression expression) {
        return Optional.ofNullable(evaluate(expression));
    }

    private @Nullable Rational evaluate(Expression expression) {
        return switch (expression) {
            case Literal number -> arithmetic.written(number.value());
            case Symbol symbol -> variables.get(symbol.name());
            case Negation negation -> {
                Rational operand = evaluate(negation.operand());
                yield operand == null ? null : operand.negated();
            }
            case Percentage percentage -> {
                Rational value = evaluate(percentage.value());
                yield value == null ? null : arithmetic.quotient(value, HUNDRED);
            }
            case Quantity quantity -> evaluate(quantity.value());
            case Operation operation -> operation(operation);
            case Root root -> {
                Rational index = evaluate(root.index());
                Rational radicand = evaluate(root.radicand());
                yield index == null || radicand == null || !index.whole()
                        ? null
                        : arithmetic.root(radicand, index.numerator());
            }
            case Based based -> based(based);
            case Call call -> call(call);
            default -> null;
        };
    }

    private @Nullable Rational operation(Operation operation) {
        Rational left = evaluate(operation.left());
        Rational right = left == null ? null : evaluate(operation.right());
        if (left == null || right == null || operation.mixesUnits()) {
            return null;
        }
        return switch (operation.operator()) {
            case PLUS -> arithmetic.sum(left, right);
            case MINUS -> arithmetic.sum(left, right.negated());
            case TIMES -> arithmetic.product(left, right);
            case DIVIDED_BY -> arithmetic.quotient(left, right);
            case TO_THE_POWER -> power(left, right);
            case PLUS_OR_MINUS, MINUS_OR_PLUS, UNION, INTERSECTION, WITHOUT -> null;
        };
    }

    private @Nullable Rational power(Rational base, Rational exponent) {
        Rational root = exponent.whole() ? base : arithmetic.root(base, exponent.denominator());
        return root == null ? null : arithmetic.power(root, exponent.numerator());
    }

    private static @Nullable Rational based(Based based) {
        boolean allowed = based.base() >= Character.MIN_RADIX
                && based.base() <= Character.MAX_RADIX
                && based.digits().length() <= 200
                && based.digits().chars().allMatch(digit -> Character.digit(digit, based.base()) >= 0);
        return allowed ? Rational.of(new BigInteger(based.digits(), based.base())) : null;
    }

    private @Nullable Rational call(Call call) {
        List<Rational> arguments = new ArrayList<>();
        for (Expression part : call.parts()) {
            Rational argument = evaluate(part);
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        Rational first = arguments.getFirst();
        return switch (call.function()) {
            case ABS -> first.signum() < 0 ? first.negated() : first;
            case FLOOR -> Rational.of(first.floor());
            case CEILING -> Rational.of(first.negated().floor().negate());
            case MAX -> arguments.stream().max(Rational::compareTo).orElseThrow();
            case MIN -> arguments.stream().min(Rational::compareTo).orElseThrow();
            case FACTORIAL, BINOMIAL, GCD, LCM -> ofWholes(call.function(), arguments);
            default -> null;
        };
    }

    private @Nullable Rational ofWholes(Function function, List<Rational> arguments) {
        if (arguments.stream().anyMatch(argument -> !argument.whole() || argument.signum() < 0)) {
            return null;
        }
        List<BigInteger> wholes = arguments.stream().map(Rational::numerator).toList();
        return switch (function) {
            case FACTORIAL -> Rational.of(arithmetic.factorial(wholes.getFirst()));
            case BINOMIAL -> Rational.of(arithmetic.binomial(wholes.get(0), wholes.get(1)));
            case GCD -> folded(wholes, arithmetic::greatestCommonDivisor);
            case LCM -> folded(wholes, arithmetic::leastCommonMultiple);
            default -> null;
        };
    }

    private static Rational folded(List<BigInteger> wholes, BinaryOperator<BigInteger> operation) {
        return Rational.of(wholes.stream().reduce(operation).orElseThrow());
    }
}
