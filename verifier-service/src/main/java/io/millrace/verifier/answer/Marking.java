package io.millrace.verifier.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A way to mark the final answer in a text, the most explicit first. Each takes time linear in the text. */
enum Marking {
    /** {@code \boxed{…}}. */
    BOXED("boxed"),
    /** {@code <answer>…</answer>}. */
    ANSWER_TAG("answer-tag"),
    /** "The final answer is …", to the end of the sentence. */
    FINAL_ANSWER_IS("final-answer-is"),
    /** The last line that begins with "Answer:" or "A:". */
    ANSWER_LINE("answer-line"),
    /** {@code #### …}, as GSM8K writes it. */
    HASHES("hashes"),
    /** The text is nothing but the answer: one short line without words. */
    WHOLE_TEXT("whole-text"),
    /** Nothing marks it: the last number that stands alone. */
    LAST_NUMBER("last-number");

    private static final String OPEN_TAG = "<answer>";
    private static final String CLOSE_TAG = "</answer>";
    private static final String PHRASE = "final answer is";
    private static final String HASH_MARK = "####";

    private static final int MAX_BARE_ANSWER = 100;
    /** Two letters in a row that are not a LaTeX command. */
    private static final Pattern WORD_OR_BREAK = Pattern.compile("[\\r\\n]|(?<![\\\\\\p{L}])\\p{L}{2}");

    private final String label;

    Marking(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The different answers that are marked this way: none, the one, or several, which are not an answer. */
    List<String> answers(String text) {
        return switch (this) {
            case BOXED -> Boxes.contents(text);
            case ANSWER_TAG -> tagged(text);
            case FINAL_ANSWER_IS -> stated(text);
            case ANSWER_LINE -> onItsLine(text);
            case HASHES -> afterHashes(text);
            case WHOLE_TEXT -> whole(text);
            case LAST_NUMBER -> LastNumber.in(text).stream().toList();
        };
    }

    private static List<String> tagged(String text) {
        Set<String> contents = new LinkedHashSet<>();
        int open = text.indexOf(OPEN_TAG);
        while (open >= 0) {
            int start = open + OPEN_TAG.length();
            int close = text.indexOf(CLOSE_TAG, start);
            if (close < 0) {
                break;
            }
            contents.add(text.substring(start, close).strip());
            open = text.indexOf(OPEN_TAG, close);
        }
        return List.copyOf(contents);
    }

    private static List<String> stated(String text) {
        int phrase = text.toLowerCase(Locale.ROOT).lastIndexOf(PHRASE);
        if (phrase < 0) {
            return List.of();
        }
        int start = phrase + PHRASE.length();
        while (start < text.length() && (":*".indexOf(text.charAt(start)) >= 0 || isSpace(text.charAt(start)))) {
            start++;
        }
        String line = firstLine(text.substring(start));
        int stop = line.indexOf(". ");
        return unlessBlank(withoutEmphasis(stop < 0 ? line : line.substring(0, stop)));
    }

    private static List<String> onItsLine(String text) {
        return text.lines().flatMap(line -> afterLabel(line).stream()).reduce((earlier, later) -> later).stream()
                .toList();
    }

    private static Optional<String> afterLabel(String line) {
        int at = 0;
        while (at < line.length() && ("*#>".indexOf(line.charAt(at)) >= 0 || isSpace(line.charAt(at)))) {
            at++;
        }
        at += matches(line, at, "final ") ? "final ".length() : 0;
        if (matches(line, at, "answer")) {
            at += "answer".length();
        } else if (line.startsWith("A", at)) {
            at++;
        } else {
            return Optional.empty();
        }
        at += line.startsWith("**", at) ? 2 : 0;
        if (!line.startsWith(":", at)) {
            return Optional.empty();
        }
        return unlessBlank(withoutEmphasis(line.substring(at + 1))).stream().findFirst();
    }

    private static List<String> afterHashes(String text) {
        int mark = text.lastIndexOf(HASH_MARK);
        if (mark < 0) {
            return List.of();
        }
        String line = firstLine(text.substring(mark + HASH_MARK.length())).strip();
        boolean heading = !line.isEmpty() && Character.isLetter(line.charAt(0));
        return heading ? List.of() : unlessBlank(line);
    }

    private static List<String> whole(String text) {
        String line = text.strip();
        return line.length() > MAX_BARE_ANSWER || WORD_OR_BREAK.matcher(line).find() ? List.of() : unlessBlank(line);
    }

    private static boolean matches(String line, int at, String lowerCase) {
        return line.regionMatches(true, at, lowerCase, 0, lowerCase.length());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String withoutEmphasis(String text) {
        String inner = text.strip();
        inner = inner.startsWith("**") ? inner.substring(2) : inner;
        inner = inner.endsWith("**") ? inner.substring(0, inner.length() - 2) : inner;
        return inner.strip();
    }

    private static List<String> unlessBlank(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c);
    }
}
