package io.millrace.verifier.math.latex;

/** Reads the digits of one number: thousands apart by commas or blanks, decimals, repeating decimals, a power of ten. */
final class Numeral {

    private static final int GROUP = 3;
    private static final int MAX_EXPONENT_DIGITS = 3;
    private static final String REPEATING = "\\overline{";

    private final String text;
    private final Commas commas;
    private final StringBuilder digits = new StringBuilder();
    private int at;

    Numeral(String text, Commas commas) {
        this.text = text;
        this.commas = commas;
    }

    static boolean startsAt(String text, int at) {
        return isDigit(text, at) || (text.startsWith(".", at) && isDigit(text, at + 1));
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
        if (text.startsWith(".", at) && (isDigit(text, at + 1) || text.startsWith(REPEATING, at + 1))) {
            decimals();
        } else if (commas == Commas.POINT && decimalComma()) {
            decimals();
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

    private boolean decimalComma() {
        int decimals = text.startsWith(",", at) ? digitsFrom(at + 1) : 0;
        boolean grouping = decimals == GROUP && digits.charAt(0) != '0';
        return decimals > 0 && !grouping && !text.startsWith(",", at + 1 + decimals);
    }

    private void decimals() {
        at++;
        digits.append('.');
        run();
        if (text.startsWith(REPEATING, at)) {
            int repeated = digitsFrom(at + REPEATING.length());
            int end = at + REPEATING.length() + repeated;
            if (repeated > 0 && text.startsWith("}", end)) {
                digits.append('(').append(text, end - repeated, end).append(')');
                at = end + 1;
            }
        }
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
