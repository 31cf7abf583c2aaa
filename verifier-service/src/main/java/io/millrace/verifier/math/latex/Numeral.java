package io.millrace.verifier.math.latex;

import java.util.List;

/** Reads the digits of one number: thousands apart by commas or blanks, decimals, repeating decimals, a power of ten. */
final class Numeral {

    private static final int GROUP = 3;
    private static final int MAX_EXPONENT_DIGITS = 3;
    /** What stands over digits that are repeated. */
    private static final List<String> REPEATING = List.of("\\overline", "\\bar", "\\dot");

    private final String text;
    private final Commas commas;
    private final StringBuilder digits = new StringBuilder();
    private int at;

    Numeral(String text, Commas commas) {
        this.text = text;
        this.commas = commas;
    }

    static boolean startsAt(String text, int at) {
        return isDigit(text, at) || pointAt(text, at);
    }

    private static boolean pointAt(String text, int at) {
        return text.startsWith(".", at) && (isDigit(text, at + 1) || repeatedAt(text, at + 1) > 0);
    }

    /** What was read, as {@link java.math.BigDecimal} takes it; repeating digits follow in parentheses. */
    String digits() {
        return digits.toString();
    }

    /** Gives the place behind the number. */
    int read(int start) {
        at = start;
        run();
        int whole = digits.length();
        if (whole > 0 && whole <= GROUP && digits.charAt(0) != '0') {
            groups();
        }
        if (pointAt(text, at)) {
            decimals(1);
        } else if (commas == Commas.POINT && decimalComma(",")) {
            decimals(1);
        } else if (commas == Commas.POINT && decimalComma("{,}")) {
            decimals("{,}".length());
        }
        exponent();
        return at;
    }

    private void run() {
        while (isDigit(text, at)) {
            digits.append(text.charAt(at++));
        }
    }

    private void groups() {
        int separator = separator();
        while (separator > 0 && digitsFrom(at + separator) == GROUP) {
            at += separator;
            run();
            separator = separator();
        }
    }

    /** How long what separates two groups of digits is, or zero. */
    private int separator() {
        for (String always : new String[] {"{,}", "{, }", " {, }", ",\\!", "\\,", "\\ "}) {
            if (text.startsWith(always, at)) {
                int length = always.length();
                return length + (always.equals(",\\!") && text.startsWith(" ", at + length) ? 1 : 0);
            }
        }
        return commas == Commas.GROUP && (text.startsWith(",", at) || text.startsWith(" ", at)) ? 1 : 0;
    }

    private boolean decimalComma(String comma) {
        int decimals = text.startsWith(comma, at) ? digitsFrom(at + comma.length()) : 0;
        boolean grouping = decimals == GROUP && digits.charAt(0) != '0';
        return decimals > 0 && !grouping && !text.startsWith(comma, at + comma.length() + decimals);
    }

    private void decimals(int point) {
        at += point;
        digits.append('.');
        run();
        int repeated = repeatedAt(text, at);
        if (repeated > 0) {
            int end = at + repeated;
            boolean grouped = text.charAt(end - 1) == '}';
            int start = text.lastIndexOf(grouped ? '{' : text.charAt(end - 1), end - 1) + (grouped ? 1 : 0);
            digits.append('(').append(text, start, grouped ? end - 1 : end).append(')');
            at = end;
        }
    }

    /** How long the digits that are repeated are together with what stands over them; zero where there are none. */
    private static int repeatedAt(String text, int at) {
        for (String mark : REPEATING) {
            if (text.startsWith(mark, at)) {
                int start = at + mark.length();
                boolean grouped = text.startsWith("{", start);
                int end = start + (grouped ? 1 : 0);
                while (isDigit(text, end) && (grouped || end == start)) {
                    end++;
                }
                boolean some = isDigit(text, end - 1) && (!grouped || text.startsWith("}", end));
                end += grouped ? 1 : 0;
                // Dots over the first and the last digit repeat those between them as well.
                return some && !text.startsWith("\\dot", end) ? end - at : 0;
            }
        }
        return 0;
    }

    private void exponent() {
        if (!text.startsWith("e", at) && !text.startsWith("E", at)) {
            return;
        }
        int sign = text.startsWith("-", at + 1) || text.startsWith("+", at + 1) ? 1 : 0;
        int power = digitsFrom(at + 1 + sign);
        int end = at + 1 + sign + power;
        boolean letterFollows = end < text.length() && Character.isLetter(text.charAt(end));
        if (power > 0 && power <= MAX_EXPONENT_DIGITS && !letterFollows) {
            digits.append(text, at, end);
            at = end;
        }
    }

    private int digitsFrom(int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end - start;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
