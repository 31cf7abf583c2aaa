package io.millrace.verifier.sensitive;

import java.text.Normalizer;

/**
 * A text without what could hide a number in it: invisible characters are left out, digits and letters of other widths, blanks and
 * dashes are plain. Each character knows where it stood.
 */
final class CleanText {

    private static final char[] PLAIN = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = plain((char) c);
        }
    }

    private final String text;
    private final int[] positions;

    private CleanText(String text, int[] positions) {
        this.text = text;
        this.positions = positions;
    }

    static CleanText of(String original) {
        var clean = new StringBuilder(original.length());
        int[] positions = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (Character.getType(c) != Character.FORMAT) {
                positions[clean.length()] = i;
                clean.append(PLAIN[c]);
            }
        }
        return new CleanText(clean.toString(), positions);
    }

    private static char plain(char c) {
        if (c < 128) {
            return c;
        }
        if (Character.isSpaceChar(c)) {
            return ' ';
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        if (Character.isSurrogate(c)) {
            return c;
        }
        String form = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        int digit = Character.digit(c, 10);
        return digit >= 0 ? (char) ('0' + digit) : form.length() == 1 ? form.charAt(0) : c;
    }

    String text() {
        return text;
    }

    /** Where it stood in the original. */
    int position(int at) {
        return positions[at];
    }
}
