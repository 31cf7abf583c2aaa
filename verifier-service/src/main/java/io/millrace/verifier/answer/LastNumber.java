package io.millrace.verifier.answer;

import java.util.Optional;

/** The last number of a text that marks no answer, provided that it stands alone and is not part of a formula or a choice. */
final class LastNumber {

    private static final String SIGNS = "-−+";
    private static final String CURRENCIES = "$€£¥₹";
    private static final String OPERATORS = "+-−*/^_×÷·√<>{}\\";
    private static final String BOLD = "**";

    private final String text;
    private int start;
    private int end;

    private LastNumber(String text) {
        this.text = text;
    }

    static Optional<String> in(String text) {
        var number = new LastNumber(text);
        number.locate();
        return number.start < number.end && number.standsAlone()
                ? Optional.of(text.substring(number.start, number.end))
                : Optional.empty();
    }

    private void locate() {
        end = text.length();
        while (end > 0 && !isDigit(end - 1)) {
            end--;
        }
        start = end;
        while (start > 0 && (isDigit(start - 1) || isOneOf(".,/", start - 1))) {
            start--;
        }
        while (isOneOf(",/", start)) {
            start++;
        }
        includeWholePart();
        start -= isOneOf(CURRENCIES, start - 1) ? 1 : 0;
        start -= isOneOf(SIGNS, start - 1) && !followsOperand(start - 1) ? 1 : 0;
        end += isOneOf("%", end) ? 1 : 0;
        includeUnit();
    }

    /** "2 1/2" is one number. */
    private void includeWholePart() {
        int before = backOverBlanks(start);
        if (before < start && text.indexOf('/', start) >= 0) {
            while (before > 0 && isDigit(before - 1)) {
                before--;
                start = before;
            }
        }
    }

    /** "5m²" cannot be anything but a number with its unit. */
    private void includeUnit() {
        int exponent = end;
        while (isLetter(exponent)) {
            exponent++;
        }
        end = exponent > end && isOneOf("²³", exponent) ? exponent + 1 : end;
    }

    private boolean followsOperand(int sign) {
        if (sign > 0 && Character.isLetterOrDigit(text.charAt(sign - 1))) {
            return true;
        }
        int before = backOverBlanks(sign) - 1;
        return before >= 0 && (isDigit(before) || text.charAt(before) == ')');
    }

    private boolean standsAlone() {
        if (isLetter(start - 1) || isLetter(end)) {
            return false;
        }
        String left = text.substring(0, backOverBlanks(start));
        String right = text.substring(end).stripLeading();
        if (left.endsWith(BOLD) && right.startsWith(BOLD)) {
            return true;
        }
        // A calculator annotation such as <<16-3=13>> ends right before the number that it justifies.
        boolean operated = isOneOf(OPERATORS + "(", left.length() - 1) && !left.endsWith(">>");
        boolean operand = !right.isEmpty() && OPERATORS.indexOf(right.charAt(0)) >= 0;
        return !operated && !operand && !left.endsWith(" or");
    }

    private int backOverBlanks(int from) {
        int at = from;
        while (isOneOf(" ", at - 1)) {
            at--;
        }
        return at;
    }

    private boolean isOneOf(String characters, int at) {
        return at >= 0 && at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isLetter(int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean isDigit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
