package io.millrace.verifier.math;

import java.util.List;

/** Removes what surrounds a written number without being part of it, and gives the many ways to write one sign a single form. */
final class Spelling {

    private static final List<String[]> REPLACEMENTS = List.of(
            new String[] {"\u2212", "-"},
            new String[] {"\u00a0", " "},
            new String[] {"\u2009", " "},
            new String[] {"\u202f", " "},
            new String[] {"{,}", ","},
            new String[] {"\\!", ""},
            new String[] {"\\,", " "},
            new String[] {"\\;", " "},
            new String[] {"\\$", "$"},
            new String[] {"\\%", "%"},
            new String[] {"\\dfrac", "\\frac"},
            new String[] {"\\tfrac", "\\frac"},
            new String[] {"\\cfrac", "\\frac"},
            new String[] {"\\times", "×"},
            new String[] {"^{\\circ}", "°"},
            new String[] {"^\\circ", "°"},
            new String[] {"m^{2}", "m²"},
            new String[] {"m^2", "m²"},
            new String[] {"m^{3}", "m³"},
            new String[] {"m^3", "m³"});

    private static final List<String[]> BRACKETS = List.of(
            new String[] {"$$", "$$"},
            new String[] {"$", "$"},
            new String[] {"\\(", "\\)"},
            new String[] {"\\[", "\\]"},
            new String[] {"**", "**"},
            new String[] {"`", "`"});

    private static final List<String> TEXT_COMMANDS =
            List.of("\\text{", "\\textnormal{", "\\textbf{", "\\mathrm{", "\\mbox{");

    private Spelling() {}

    static String plain(String written) {
        String plain = written;
        for (String[] replacement : REPLACEMENTS) {
            plain = plain.replace(replacement[0], replacement[1]);
        }
        return unwrapped(withoutTextCommand(unwrapped(plain)));
    }

    /** Peels brackets and a full stop off until nothing is left to peel. */
    private static String unwrapped(String text) {
        String inner = text.strip();
        String before;
        do {
            before = inner;
            inner = inner.endsWith(".") ? inner.substring(0, inner.length() - 1).strip() : inner;
            for (String[] bracket : BRACKETS) {
                inner = within(inner, bracket[0], bracket[1]);
            }
        } while (!inner.equals(before));
        return inner;
    }

    private static String within(String text, String open, String close) {
        boolean wrapped =
                text.length() >= open.length() + close.length() && text.startsWith(open) && text.endsWith(close);
        return wrapped
                ? text.substring(open.length(), text.length() - close.length()).strip()
                : text;
    }

    /** A unit is often set as text: {@code 5\text{ cm}}. */
    private static String withoutTextCommand(String text) {
        for (String command : TEXT_COMMANDS) {
            int start = text.indexOf(command);
            if (start >= 0 && text.endsWith("}")) {
                return text.substring(0, start) + " " + text.substring(start + command.length(), text.length() - 1);
            }
        }
        return text;
    }
}
