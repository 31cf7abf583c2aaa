package io.millrace.verifier.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One pass over a text that finds the formulas between its math delimiters; a dollar sign may also be a currency. */
public final class Formulas {

    private static final Set<String> CONNECTIVES = Set.of("", ",", ";", "and", ",and", "or", ",or");
    /** A run of letters this long inside of dollar signs shows that they are no delimiters. */
    private static final int WORD = 3;

    private final String text;
    private final List<Formula> found = new ArrayList<>();
    private int at;

    private record Formula(int start, int end, String content) {}

    private Formulas(String text) {
        this.text = text;
    }

    public static Formulas in(String text) {
        var formulas = new Formulas(text);
        formulas.scan();
        return formulas;
    }

    /** What stands between the delimiters of each. */
    public List<String> contents() {
        return found.stream().map(Formula::content).toList();
    }

    /** The text without them; what stood on the two sides of one does not touch. */
    public String remainder() {
        StringBuilder remainder = new StringBuilder();
        int from = 0;
        for (Formula formula : found) {
            remainder.append(text, from, formula.start).append('\\');
            from = formula.end;
        }
        return remainder.append(text.substring(from)).toString();
    }

    /** The last formula and those that a comma or "and" joins to it, provided that no number follows. */
    static Optional<String> last(String text) {
        Formulas formulas = in(text);
        if (formulas.found.isEmpty()) {
            return Optional.empty();
        }
        String tail = text.substring(formulas.found.getLast().end);
        return tail.chars().anyMatch(Character::isDigit) ? Optional.empty() : Optional.of(formulas.joined());
    }

    private String joined() {
        int first = found.size() - 1;
        while (first > 0 && connects(found.get(first - 1).end, found.get(first).start)) {
            first--;
        }
        return String.join(
                ", ",
                found.subList(first, found.size()).stream()
                        .map(Formula::content)
                        .toList());
    }

    private boolean connects(int from, int to) {
        String between = text.substring(from, to).replace(" ", "").toLowerCase(Locale.ROOT);
        return CONNECTIVES.contains(between);
    }

    private void scan() {
        while (at < text.length()) {
            if (text.startsWith("$$", at)) {
                delimited("$$", "$$");
            } else if (text.charAt(at) == '$') {
                inline();
            } else if (text.startsWith("\\(", at)) {
                delimited("\\(", "\\)");
            } else if (text.startsWith("\\[", at)) {
                delimited("\\[", "\\]");
            } else {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
        }
    }

    private void delimited(String open, String close) {
        int start = at + open.length();
        int end = text.indexOf(close, start);
        if (end < 0) {
            at = text.length();
            return;
        }
        add(start, end, end + close.length());
    }

    private void inline() {
        int start = at + 1;
        int end = start;
        while (end < text.length() && text.charAt(end) != '$') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            at = text.length();
        } else if (isCurrency(text.substring(start, end))) {
            at = start;
        } else {
            add(start, end, end + 1);
        }
    }

    /** Words, or an operator without its right side, show that two dollar signs are no delimiters. */
    private static boolean isCurrency(String between) {
        String stripped = between.strip();
        return Prose.words(between, WORD) > 0
                || (!stripped.isEmpty() && "+-*/=×".indexOf(stripped.charAt(stripped.length() - 1)) >= 0);
    }

    private void add(int start, int end, int next) {
        String content = text.substring(start, end).strip();
        if (!content.isEmpty()) {
            found.add(new Formula(start, next, content));
        }
        at = next;
    }
}
