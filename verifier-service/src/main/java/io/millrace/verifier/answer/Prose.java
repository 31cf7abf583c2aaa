package io.millrace.verifier.answer;

import java.util.Set;

/** Tells words from the letters of formulas. */
final class Prose {

    /** Commands whose braces hold a name or text that belongs to the formula. */
    private static final Set<String> NAMING = Set.of(
            "text",
            "textbf",
            "textit",
            "textrm",
            "textnormal",
            "mbox",
            "mathrm",
            "mathbf",
            "operatorname",
            "begin",
            "end");

    private final String text;
    private int at;

    private Prose(String text) {
        this.text = text;
    }

    /** How many runs of so many letters or more there are outside of commands. */
    static int words(String text, int letters) {
        return new Prose(text).count(letters);
    }

    private int count(int letters) {
        int words = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                command();
            } else if (Character.isLetter(text.charAt(at))) {
                words += run() >= letters ? 1 : 0;
            } else {
                at++;
            }
        }
        return words;
    }

    private void command() {
        int start = ++at;
        if (run() == 0) {
            at++;
        } else if (NAMING.contains(text.substring(start, at)) && text.startsWith("{", at)) {
            int close = text.indexOf('}', at);
            at = close < 0 ? text.length() : close + 1;
        }
    }

    private int run() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at - start;
    }
}
