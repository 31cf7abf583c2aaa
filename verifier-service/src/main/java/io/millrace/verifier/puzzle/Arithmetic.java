package io.millrace.verifier.puzzle;

import io.millrace.verifier.math.exact.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates an expression of whole numbers, the four operations and parentheses, exactly. There are no signs, powers, names or
 * decimals in this language, and bounds on length, nesting and digits.
 */
final class Arithmetic {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_DIGITS = 15;

    private final String text;
    private final List<Long> operands = new ArrayList<>();
    private int at;

    /** What evaluating came to. */
    sealed interface Result {}

    /** The value, and every number that was written, in order. */
    record Value(Rational value, List<Long> operands) implements Result {

        Value {
            operands = List.copyOf(operands);
        }
    }

    /** A division by zero. */
    record Undefined() implements Result {}

    /** Not an expression of this language. */
    record Malformed(String why) implements Result {}

    /** Ends a parse; it carries no stack. */
    private static final class MalformedException extends Exception {

        MalformedException() {
            super(null, null, false, false);
        }
    }

    private Arithmetic(String text) {
        this.text = text;
    }

    static Result evaluate(String expression) {
        if (expression.length() > MAX_LENGTH) {
            return new Malformed("longer than " + MAX_LENGTH + " characters");
        }
        var parser =
                new Arithmetic(expression.replace('×', '*').replace('÷', '/').replace('−', '-'));
        try {
            Rational value = parser.sum(0);
            return parser.at == parser.text.length()
                    ? new Value(value, parser.operands)
                    : new Malformed(parser.unexpected());
        } catch (MalformedException malformed) {
            return new Malformed(parser.unexpected());
        } catch (ArithmeticException divisionByZero) {
            return new Undefined();
        }
    }

    private Rational sum(int depth) throws MalformedException {
        Rational value = product(depth);
        while (true) {
            if (accept('+')) {
                value = value.plus(product(depth));
            } else if (accept('-')) {
                value = value.minus(product(depth));
            } else {
                return value;
            }
        }
    }

    private Rational product(int depth) throws MalformedException {
        Rational value = operand(depth);
        while (true) {
            if (accept('*')) {
                value = value.times(operand(depth));
            } else if (accept('/')) {
                value = value.dividedBy(operand(depth));
            } else {
                return value;
            }
        }
    }

    private Rational operand(int depth) throws MalformedException {
        if (!accept('(')) {
            return number();
        }
        if (depth == MAX_DEPTH) {
            throw new MalformedException();
        }
        Rational value = sum(depth + 1);
        if (!accept(')')) {
            throw new MalformedException();
        }
        return value;
    }

    private Rational number() throws MalformedException {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > MAX_DIGITS) {
            throw new MalformedException();
        }
        long value = Long.parseLong(text.substring(start, at));
        operands.add(value);
        skipSpaces();
        return Rational.of(BigInteger.valueOf(value));
    }

    private boolean accept(char expected) {
        skipSpaces();
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        skipSpaces();
        return found;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private String unexpected() {
        return "not an expression: unexpected " + (at < text.length() ? "character at " + at : "end");
    }
}
