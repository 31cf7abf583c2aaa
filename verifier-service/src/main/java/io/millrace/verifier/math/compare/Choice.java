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

    /** What stands behind a letter in round brackets, where only one side has one; otherwise all of it. */
    static String value(String written, String other) {
        String text = plain(written);
        boolean labelled = text.startsWith("(") && letter(written, false) != 0 && letter(other, false) == 0;
        String value = labelled ? text.substring("(B)".length()).strip() : "";
        return value.isEmpty() ? written : value;
    }

    private static String plain(String written) {
        String text = written;
        for (String command : new String[] {"\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{", "\\mbox{"}) {
            text = text.startsWith(command) ? text.substring(command.length()).replaceFirst("}", "") : text;
        }
        for (String word : new String[] {"Option ", "option ", "Choice ", "choice "}) {
            text = text.startsWith(word) ? text.substring(word.length()) : text;
        }
        return text;
    }

    /** The letter of "B", "(B)", "B.", "\text{(B)}", or of "B) 12" where more may follow; zero where there is none. */
    private static char letter(String written, boolean alone) {
        String text = plain(written);
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
