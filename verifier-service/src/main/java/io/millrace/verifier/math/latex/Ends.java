package io.millrace.verifier.math.latex;

import java.util.List;

/** Where what stands at a place of a written expression ends. */
final class Ends {

    private static final List<String> LENGTHS = List.of("pt", "em", "ex", "mm");

    private Ends() {}

    static int ofBlanks(String text, int start) {
        int at = start;
        while (text.startsWith(" ", at)) {
            at++;
        }
        return at;
    }

    /** The place of the brace that closes an open one. */
    static int ofGroup(String text, int brace) throws SyntaxException {
        int open = 0;
        for (int at = brace; at < text.length(); at++) {
            char sign = text.charAt(at);
            open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        throw new SyntaxException("a brace is not closed");
    }

    /** Behind the space between two rows, as in \\[2pt]; an interval may stand there as well. */
    static int ofRowSpace(String text, int start) {
        int close = text.startsWith("[", start) ? text.indexOf(']', start) : -1;
        boolean length = close > 1 && LENGTHS.contains(text.substring(close - 2, close));
        return length ? close + 1 : start;
    }
}
