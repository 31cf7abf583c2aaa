package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Expression.Based;
import io.millrace.verifier.math.latex.Expression.Call;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Degrees;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Percentage;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Token.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads sums, products with and without a sign between the factors, mixed numbers, units, and what stands behind a factor. */
final class Terms {

    private static final Literal ZERO = Literal.of(0);
    private static final Symbol CIRCLE = new Symbol("circ");
    private static final Symbol PRIME = new Symbol("prime");
    private static final Set<String> TIMES = Set.of("cdot", "times");

    /** The names of the bases from two on. */
    private static final List<String> BASES =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final Cursor cursor;
    private final Factors factors;

    Terms(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.factors = new Factors(cursor, parser, this);
    }

    boolean inSet() {
        return factors.inSet();
    }

    Expression sum() throws SyntaxException {
        cursor.enter();
        Expression left = signedProduct();
        while (true) {
            Operator operator = additive();
            if (operator == null) {
                break;
            }
            cursor.take();
            left = new Operation(operator, left, signedProduct());
        }
        cursor.leave(1);
        return left;
    }

    private @Nullable Operator additive() {
        if (cursor.sees("+")) {
            return Operator.PLUS;
        }
        if (cursor.sees("-")) {
            return Operator.MINUS;
        }
        if (cursor.seesCommand("pm")) {
            return Operator.PLUS_OR_MINUS;
        }
        return cursor.seesCommand("mp") ? Operator.MINUS_OR_PLUS : null;
    }

    private Expression signedProduct() throws SyntaxException {
        Operator sign = additive();
        if (sign == null) {
            return product();
        }
        cursor.enter();
        cursor.take();
        Expression operand = signedProduct();
        cursor.leave(1);
        return switch (sign) {
            case MINUS -> negated(operand);
            case PLUS_OR_MINUS, MINUS_OR_PLUS -> new Operation(sign, ZERO, operand);
            default -> operand;
        };
    }

    /** The sign belongs to the value, not to what stands behind it: -5% is the percentage of -5. */
    private static Expression negated(Expression operand) {
        return switch (operand) {
            case Percentage percentage -> new Percentage(negated(percentage.value()));
            case Degrees degrees -> new Degrees(negated(degrees.value()));
            case Quantity quantity -> new Quantity(negated(quantity.value()), quantity.unit());
            default -> new Negation(operand);
        };
    }

    Expression product() throws SyntaxException {
        Expression left = unit(factor());
        while (true) {
            if (times()) {
                left = new Operation(Operator.TIMES, left, signedFactor());
            } else if (cursor.accept("/") || cursor.acceptCommand("div")) {
                left = new Operation(Operator.DIVIDED_BY, left, signedFactor());
            } else if (factors.startHere()) {
                left = beside(left);
            } else {
                return left;
            }
            left = unit(left);
        }
    }

    private boolean times() throws SyntaxException {
        boolean star = cursor.accept("*");
        boolean command =
                cursor.sees(Kind.COMMAND) && TIMES.contains(cursor.current().text());
        if (command) {
            cursor.take();
        }
        return star || command;
    }

    private Expression signedFactor() throws SyntaxException {
        boolean negative = cursor.accept("-");
        cursor.accept("+");
        Expression factor = factor();
        return negative ? new Negation(factor) : factor;
    }

    /** What two things mean that stand side by side: a mixed number or a product. Two numbers are neither. */
    private Expression beside(Expression left) throws SyntaxException {
        boolean whole = left instanceof Literal number && number.whole();
        Token next = cursor.current();
        if (next.kind() == Kind.WORDS && left instanceof Literal) {
            throw new SyntaxException("words that are no unit");
        }
        if (next.kind() == Kind.NUMBER && left instanceof Literal) {
            if (!whole || !cursor.ahead(1).is(Kind.SIGN, "/") || cursor.ahead(2).kind() != Kind.NUMBER) {
                throw new SyntaxException("two numbers side by side");
            }
            Expression numerator = factor();
            cursor.expect("/");
            return mixed(left, new Operation(Operator.DIVIDED_BY, numerator, factor()));
        }
        boolean fraction = next.is(Kind.COMMAND, "frac") || next.is(Kind.SIGN, "{");
        Expression right = factor();
        return whole && fraction ? mixedOrProduct(left, right) : new Operation(Operator.TIMES, left, right);
    }

    /** A percent or degree sign behind the fraction belongs to the whole mixed number. */
    private static Expression mixedOrProduct(Expression whole, Expression right) throws SyntaxException {
        if (right instanceof Percentage percentage && isFraction(percentage.value())) {
            return new Percentage(mixed(whole, percentage.value()));
        }
        if (right instanceof Degrees degrees && isFraction(degrees.value())) {
            return new Degrees(mixed(whole, degrees.value()));
        }
        return isFraction(right) ? mixed(whole, right) : new Operation(Operator.TIMES, whole, right);
    }

    private static boolean isFraction(Expression expression) {
        return expression instanceof Operation operation
                && operation.operator() == Operator.DIVIDED_BY
                && operation.left() instanceof Literal
                && operation.right() instanceof Literal;
    }

    private static Expression mixed(Expression whole, Expression fraction) throws SyntaxException {
        boolean proper = fraction instanceof Operation part
                && part.left() instanceof Literal numerator
                && part.right() instanceof Literal denominator
                && numerator.whole()
                && denominator.whole()
                && numerator.value().compareTo(denominator.value()) < 0;
        if (!proper) {
            throw new SyntaxException("an improper fraction beside a number");
        }
        return new Operation(Operator.PLUS, whole, fraction);
    }

    /** A value together with the unit words behind it. */
    private Expression unit(Expression value) throws SyntaxException {
        if (!cursor.sees(Kind.UNIT)) {
            return value;
        }
        StringBuilder unit = new StringBuilder();
        while (true) {
            if (cursor.sees(Kind.UNIT)) {
                unit.append(unit.isEmpty() || unit.toString().endsWith("/") ? "" : " ")
                        .append(cursor.take().text());
            } else if (cursor.sees("^") && cursor.ahead(1).kind() == Kind.NUMBER) {
                cursor.take();
                unit.append(exponent(cursor.take().text()));
            } else if (cursor.sees("^")
                    && cursor.ahead(1).is(Kind.SIGN, "{")
                    && cursor.ahead(3).is(Kind.SIGN, "}")) {
                cursor.take();
                cursor.take();
                unit.append(exponent(cursor.take().text()));
                cursor.take();
            } else if (cursor.sees("/") && cursor.ahead(1).kind() == Kind.UNIT) {
                unit.append(cursor.take().text());
            } else {
                return value instanceof Quantity inner && inner.unit().contentEquals(unit)
                        ? value
                        : new Quantity(value instanceof Quantity inner ? inner.value() : value, unit.toString());
            }
        }
    }

    private static String exponent(String digits) {
        return switch (digits) {
            case "2" -> "²";
            case "3" -> "³";
            default -> "^" + digits;
        };
    }

    /** A factor with its powers, subscripts, primes, percent and degree signs, each of which nests the others one deeper. */
    Expression factor() throws SyntaxException {
        Expression factor = factors.factor();
        int suffixes = 0;
        for (Expression longer = suffixed(factor); longer != null; longer = suffixed(factor)) {
            cursor.enter();
            suffixes++;
            factor = longer;
        }
        cursor.leave(suffixes);
        return factor;
    }

    /** The factor with the next sign behind it; null where there is none. */
    private @Nullable Expression suffixed(Expression factor) throws SyntaxException {
        if (cursor.accept("^")) {
            return raised(factor);
        }
        if (cursor.accept("_")) {
            return subscripted(factor);
        }
        if (cursor.accept("!")) {
            return new Call(Function.FACTORIAL, List.of(factor));
        }
        if (cursor.accept("'")) {
            return new Symbol(factors.name(factor) + "'");
        }
        if (cursor.accept("%") || cursor.acceptCommand("%")) {
            return new Percentage(factor);
        }
        return cursor.acceptCommand("circ") ? degrees(factor) : null;
    }

    private Expression raised(Expression base) throws SyntaxException {
        if (cursor.acceptCommand("circ")) {
            return degrees(base);
        }
        if (cursor.seesCommand("prime") || cursor.sees("'") || cursor.sees("*")) {
            return new Symbol(factors.name(base) + (cursor.take().text().equals("*") ? "*" : "'"));
        }
        Expression exponent = factors.argument(true);
        if (exponent.equals(CIRCLE)) {
            return degrees(base);
        }
        return exponent.equals(PRIME)
                ? new Symbol(factors.name(base) + "'")
                : new Operation(Operator.TO_THE_POWER, base, exponent);
    }

    /** An angle, or a temperature. */
    private Expression degrees(Expression number) throws SyntaxException {
        boolean temperature = cursor.sees(Kind.LETTER)
                && (cursor.current().text().equals("C")
                        || cursor.current().text().equals("F"));
        return temperature ? new Quantity(number, "°" + cursor.take().text()) : new Degrees(number);
    }

    /** A base in digits, in brackets or not, or as a word. */
    private static int radix(String written) {
        String base =
                written.startsWith("(") && written.endsWith(")") ? written.substring(1, written.length() - 1) : written;
        int named = BASES.indexOf(base);
        return named < 0 ? Integer.parseInt(base) : named + Character.MIN_RADIX;
    }

    private Expression subscripted(Expression base) throws SyntaxException {
        String below = factors.rawArgument();
        if (base instanceof Literal number && number.whole()) {
            try {
                return new Based(number.value().toPlainString(), radix(below));
            } catch (NumberFormatException notABase) {
                throw new SyntaxException("a number with a subscript");
            }
        }
        Expression symbol =
                base == Constant.EULER ? new Symbol("e") : base == Constant.IMAGINARY ? new Symbol("i") : base;
        return new Symbol(factors.name(symbol) + "_" + below);
    }
}
