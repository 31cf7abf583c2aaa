package io.millrace.verifier.code.value;

import io.millrace.verifier.code.value.PythonValue.Real;
import io.millrace.verifier.code.value.PythonValue.Whole;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads a number that stands in a line of Python, with one sign at most. */
final class PythonNumber {

    /** Longer ones are errors to Python itself. */
    private static final int MAX_DIGITS = 4300;

    private static final Pattern REAL =
            Pattern.compile("(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+");
    private static final Pattern PREFIXED = Pattern.compile("0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)");
    private static final Pattern DECIMAL = Pattern.compile("0+|[1-9][0-9]*");

    private static final String FIRST = "0123456789.+-";

    private final Line line;

    PythonNumber(Line line) {
        this.line = line;
    }

    static boolean begins(char first) {
        return FIRST.indexOf(first) >= 0;
    }

    PythonValue read() throws NotDataException {
        boolean negative = line.take("-");
        if (!negative) {
            line.take("+");
        }
        line.skipBlanks();
        String real = line.take(REAL);
        if (!real.isEmpty()) {
            double value = Double.parseDouble(real);
            return new Real(negative ? -value : value);
        }
        BigInteger value = whole();
        return new Whole(negative ? value.negate() : value);
    }

    private BigInteger whole() throws NotDataException {
        String prefixed = line.take(PREFIXED);
        String digits = prefixed.isEmpty() ? line.take(DECIMAL) : prefixed.substring(2);
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            throw new NotDataException("no number");
        }
        return new BigInteger(digits, radix(prefixed));
    }

    private static int radix(String prefixed) {
        return switch (prefixed.isEmpty() ? '0' : Character.toLowerCase(prefixed.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
        };
    }
}
