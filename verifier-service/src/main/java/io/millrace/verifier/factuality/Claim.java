package io.millrace.verifier.factuality;

import java.math.BigDecimal;
import java.text.Normalizer;

/** That something has a value. All three are texts in one normal form, without blanks at their ends. */
record Claim(String subject, String relation, String value) {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_NUMBER = 50;

    Claim {
        subject = plain(subject);
        relation = plain(relation);
        value = plain(value);
    }

    boolean complete() {
        return fits(subject) && fits(relation) && fits(value);
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    /** Whether the values are the same: as numbers where both are numbers, and else as texts. */
    boolean says(String known) {
        String other = plain(known);
        if (number(value) && number(other)) {
            return new BigDecimal(value).compareTo(new BigDecimal(other)) == 0;
        }
        return value.equals(other);
    }

    /** A plain decimal number: an exponent or a separator makes it a text. */
    private static boolean number(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "0" : digits.substring(point + 1);
        return text.length() <= MAX_NUMBER && allDigits(whole) && allDigits(fraction);
    }

    private static boolean allDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static String plain(String text) {
        return String.join(
                " ", Normalizer.normalize(text, Normalizer.Form.NFC).strip().split("\\s+", -1));
    }
}
