package io.millrace.verifier.math.compare;

import java.util.Optional;
import java.util.regex.Pattern;

/** The letter of a multiple choice. */
final class Choice {

    private static final String LETTERS = "ABCDEFGHIJ";

    /** A second letter that may be chosen as well. */
    private static final Pattern OTHER = Pattern.compile("\\(?\\b[A-J]\\b\\)?|\\bor\\b");

    private Choice() {}

    /** Compares where one answer is nothing but a letter and the other one begins with a letter that is set apart. */
    static Optional<Comparison> compare(String expected, String given) {
        boolean bare = letter(expected, true) != 0 || letter(given, true) != 0;
        char wanted = bare ? letter(expected, false) : 0;
        char got = letter(given, false);
        return wanted == 0 || got == 0 ? Optional.empty() : Optional.of(Comparison.of(wanted == got, Stage.CHOICE));
    }

    /** The letter of "B", "(B)", "B.", "\text{(B)}", or of "B) 12" where more may follow; zero where there is none. */
    private static char letter(String written, boolean alone) {
        String text = written;
        for (String command : new String[] {"\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{", "\\mbox{"}) {
            text = text.startsWith(command) ? text.substring(command.length()).replaceFirst("}", "") : text;
        }
        boolean open = text.startsWith("(");
        int at = open ? 1 : 0;
        if (at >= text.length() || LETTERS.indexOf(text.charAt(at)) < 0) {
            return 0;
        }
        String rest = text.substring(at + 1);
        boolean closed = open ? rest.startsWith(")") : rest.isEmpty() || ").:".indexOf(rest.charAt(0)) >= 0;
        boolean nothingElse = rest.length() <= 1;
        boolean another = OTHER.matcher(rest).find();
        return closed && (nothingElse || (!alone && !another)) ? text.charAt(at) : 0;
    }
}
