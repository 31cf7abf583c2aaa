package io.millrace.verifier.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text that consists of one number and nothing else: an optional sign and currency; an integer, decimal, fraction or mixed
 * number, with thousands separators or a power of ten; an optional percent sign; optional unit words.
 */
final class NumberParser {

    /** Powers of ten beyond this are not computed. */
    private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(400);

    private static final int MAX_UNIT_WORDS = 4;
    private static final String FRACTION = "\\frac";

    private final String text;
    private final Map<String, String> units;
    private int at;

    NumberParser(String text, Map<String, String> units) {
        this.text = text;
        this.units = units;
    }

    Optional<Reading.Numeric> parse() {
        boolean negative = sign(false);
        String currency = currency();
        negative = sign(negative);
        Rational magnitude = magnitude();
        if (magnitude == null) {
            return Optional.empty();
        }
        boolean percent = percent();
        String unit = unit();
        if (unit == null) {
            return Optional.empty();
        }
        String both = unit.equals(currency) ? currency : (currency + " " + unit).strip();
        return Optional.of(new Reading.Numeric(negative ? magnitude.negated() : magnitude, percent, both));
    }

    private boolean sign(boolean already) {
        if (!already && (accept("-") || accept("+"))) {
            boolean negative = text.charAt(at - 1) == '-';
            skipSpaces();
            return negative;
        }
        return already;
    }

    private String currency() {
        int end = at;
        while (end < text.length() && !isDigit(end) && "-+. \\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String prefix = text.substring(at, end);
        if (prefix.isEmpty()
                || Character.getType(prefix.codePointBefore(prefix.length())) != Character.CURRENCY_SYMBOL) {
            return "";
        }
        String unit = units.get(prefix);
        if (unit == null) {
            return "";
        }
        at = end;
        skipSpaces();
        return unit;
    }

    private @Nullable Rational magnitude() {
        if (text.startsWith(FRACTION, at)) {
            return latexFraction();
        }
        int start = at;
        Rational number = decimal();
        if (number == null) {
            return null;
        }
        boolean integer = text.substring(start, at).indexOf('.') < 0;
        int end = at;
        Rational whole = integer ? withFraction(number) : null;
        if (whole != null) {
            return whole;
        }
        at = end;
        return scaled(number);
    }

    /** What follows an integer: "/4" makes a fraction of it, " 3/4" a mixed number; null where neither does. */
    private @Nullable Rational withFraction(Rational integer) {
        skipSpaces();
        if (accept("/")) {
            skipSpaces();
            return fraction(integer.numerator(), integer(digitsEnd()));
        }
        Rational part = text.startsWith(FRACTION, at) ? latexFraction() : slashFraction();
        return part != null && isProper(part) ? integer.plus(part) : null;
    }

    private static boolean isProper(Rational part) {
        return part.numerator().signum() >= 0 && part.numerator().compareTo(part.denominator()) < 0;
    }

    private @Nullable Rational slashFraction() {
        BigInteger numerator = integer(digitsEnd());
        if (numerator == null || !accept("/")) {
            return null;
        }
        return fraction(numerator, integer(digitsEnd()));
    }

    /** {@code \frac{1}{2}} or {@code \frac12}. */
    private @Nullable Rational latexFraction() {
        at += FRACTION.length();
        skipSpaces();
        BigInteger numerator = group();
        return numerator == null ? null : fraction(numerator, group());
    }

    private static @Nullable Rational fraction(BigInteger numerator, @Nullable BigInteger denominator) {
        return denominator == null || denominator.signum() == 0 ? null : new Rational(numerator, denominator);
    }

    private @Nullable BigInteger group() {
        if (!accept("{")) {
            return integer(Math.min(at + 1, digitsEnd()));
        }
        skipSpaces();
        boolean negative = sign(false);
        BigInteger value = integer(digitsEnd());
        skipSpaces();
        return value == null || !accept("}") ? null : negative ? value.negate() : value;
    }

    private @Nullable Rational decimal() {
        int start = at;
        at = digitsEnd();
        boolean grouped = at > start && at - start <= 3 && text.charAt(start) != '0';
        while (grouped && accept(",")) {
            int end = digitsEnd();
            if (end - at != 3) {
                return null;
            }
            at = end;
        }
        String integer = text.substring(start, at).replace(",", "");
        String decimals = "";
        if (accept(".")) {
            int end = digitsEnd();
            decimals = text.substring(at, end);
            at = end;
        }
        String digits = integer + decimals;
        return digits.isEmpty() ? null : new Rational(new BigInteger(digits), BigInteger.TEN.pow(decimals.length()));
    }

    /** A power of ten: "e3", "×10^3" or {@code ×10^{-3}}. */
    private Rational scaled(Rational number) {
        int before = at;
        boolean braced = false;
        if (!accept("e") && !accept("E")) {
            skipSpaces();
            boolean power = accept("×");
            skipSpaces();
            if (!power || !accept("10^")) {
                at = before;
                return number;
            }
            braced = accept("{");
        }
        boolean negative = sign(false);
        BigInteger exponent = integer(digitsEnd());
        boolean closed = !braced || accept("}");
        if (exponent == null || !closed || exponent.compareTo(MAX_EXPONENT) > 0) {
            at = before;
            return number;
        }
        Rational power = Rational.of(BigInteger.TEN.pow(exponent.intValue()));
        return negative ? number.dividedBy(power) : number.times(power);
    }

    private boolean percent() {
        int before = at;
        skipSpaces();
        if (accept("%") || accept("percent") || accept("pct")) {
            return true;
        }
        at = before;
        return false;
    }

    /**
     * The unit words up to the end of the text, each in its first spelling; null where anything else stands there. A single letter
     * that touches the number is a variable.
     */
    private @Nullable String unit() {
        String rest = text.substring(at).strip();
        if (rest.isEmpty()) {
            return "";
        }
        if (rest.length() == 1 && Character.isLetter(text.charAt(at))) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (String word : rest.split("\\s+", MAX_UNIT_WORDS + 1)) {
            String unit = units.getOrDefault(word, word.length() > 2 ? units.get(word.toLowerCase(Locale.ROOT)) : null);
            if (unit == null) {
                return null;
            }
            words.add(unit);
        }
        return String.join(" ", words);
    }

    private @Nullable BigInteger integer(int end) {
        String digits = text.substring(at, end);
        at = end;
        return digits.isEmpty() ? null : new BigInteger(digits);
    }

    private int digitsEnd() {
        int end = at;
        while (end < text.length() && isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean accept(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
