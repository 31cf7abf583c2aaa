package io.millrace.generator.rule.number;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula read from text: decimal numbers, {@code + - * /} with the usual precedence, signs and brackets.
 *
 * @param value what it comes to
 * @param numbers the numbers written in it, from left to right
 */
public record Formula(Rational value, List<Rational> numbers) {

    public Formula {
        numbers = List.copyOf(numbers);
    }

    /**
     * Reads a whole text.
     *
     * @throws ArithmeticException if the text is no formula, or divides by zero
     */
    public static Formula read(String text) {
        Reader reader = new Reader(text);
        Rational value = reader.sum();
        if (reader.peek() != Reader.END) {
            throw new ArithmeticException("unexpected text after a formula");
        }
        return new Formula(value, reader.numbers);
    }

    /** Whether the text is a formula of this value. */
    public static boolean comesTo(Rational value, String text) {
        try {
            return read(text).value().equals(value);
        } catch (ArithmeticException unreadable) {
            return false;
        }
    }

    private static final class Reader {

        static final char END = '\0';
        private static final int MAX_DEPTH = 64;

        private final String text;
        private final List<Rational> numbers = new ArrayList<>();
        private int position;
        private int depth;

        Reader(String text) {
            this.text = text;
        }

        char peek() {
            while (position < text.length() && text.charAt(position) == ' ') {
                position++;
            }
            return position < text.length() ? text.charAt(position) : END;
        }

        private boolean skip(char expected) {
            boolean found = peek() == expected;
            if (found) {
                position++;
            }
            return found;
        }

        Rational sum() {
            if (++depth > MAX_DEPTH) {
                throw new ArithmeticException("too many brackets");
            }
            Rational value = product();
            while (true) {
                if (skip('+')) {
                    value = value.plus(product());
                } else if (skip('-')) {
                    value = value.minus(product());
                } else {
                    depth--;
                    return value;
                }
            }
        }

        private Rational product() {
            Rational value = signed();
            while (true) {
                if (skip('*')) {
                    value = value.times(signed());
                } else if (skip('/')) {
                    value = value.over(signed());
                } else {
                    return value;
                }
            }
        }

        private Rational signed() {
            return skip('-') ? atom().negate() : atom();
        }

        private Rational atom() {
            if (skip('(')) {
                Rational value = sum();
                if (!skip(')')) {
                    throw new ArithmeticException("a bracket is not closed");
                }
                return value;
            }
            return number();
        }

        private Rational number() {
            peek();
            int start = position;
            while (position < text.length() && "0123456789.".indexOf(text.charAt(position)) >= 0) {
                position++;
            }
            Rational value = Rational.ofDecimal(text.substring(start, position));
            numbers.add(value);
            return value;
        }
    }
}
