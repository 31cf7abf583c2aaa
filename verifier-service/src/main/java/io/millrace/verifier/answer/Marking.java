package io.millrace.verifier.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way to mark the final answer in a text, the most explicit first. Each takes time linear in the text. */
enum Marking {
    /** "The final answer is …" after the last box. */
    CONCLUSION("conclusion"),
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
    /** "The answer is …", to the end of the sentence, unless that is prose. */
    ANSWER_IS("answer-is"),
    /** The text is nothing but the answer: one short line without words, or nothing but a word or two. */
    WHOLE_TEXT("whole-text"),
    /** Nothing marks it: the last formula, where no number follows. */
    LAST_FORMULA("last-formula"),
    /** Nothing marks it: the last number that stands alone. */
    LAST_NUMBER("last-number");

    private static final String OPEN_TAG = "<answer>";
    private static final String CLOSE_TAG = "</answer>";
    private static final String FINAL_PHRASE = "final answer is";
    private static final String PHRASE = "answer is";
    private static final String HASH_MARK = "####";

    private static final int MAX_BARE_ANSWER = 500;
    private static final int MAX_BARE_WORDS = 2;
    /** A run of letters this long is a word even where letters may be variables. */
    private static final int WORD = 4;

    /** What a sentence says before it comes to the answer. */
    private static final List<String> VERBS = List.of(" is ", " are ", " equals ");

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
            case CONCLUSION -> concluded(text);
            case BOXED -> Boxes.contents(text);
            case ANSWER_TAG -> tagged(text);
            case FINAL_ANSWER_IS -> stated(text, FINAL_PHRASE);
            case ANSWER_LINE -> onItsLine(text);
            case HASHES -> afterHashes(text);
            case ANSWER_IS ->
                stated(text, PHRASE).stream()
                        .filter(answer -> Prose.words(answer, WORD) == 0)
                        .toList();
            case WHOLE_TEXT -> whole(text);
            case LAST_FORMULA -> Formulas.last(text).stream().toList();
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

    private static List<String> concluded(String text) {
        int box = Boxes.lastEnd(text);
        return box < 0 ? List.of() : stated(text.substring(box), FINAL_PHRASE);
    }

    private static List<String> stated(String text, String phrase) {
        int found = text.toLowerCase(Locale.ROOT).lastIndexOf(phrase);
        if (found < 0) {
            return List.of();
        }
        int start = found + phrase.length();
        while (start < text.length() && (":*".indexOf(text.charAt(start)) >= 0 || isSpace(text.charAt(start)))) {
            start++;
        }
        return unlessBlank(withoutEmphasis(firstSentence(firstLine(text.substring(start)))));
    }

    private static String firstSentence(String line) {
        int stop = line.indexOf(". ");
        return stop < 0 ? line : line.substring(0, stop);
    }

    /** "The largest prime is 7": what stands behind the verb, where there are words before it. */
    private static String complement(String sentence) {
        int start = 0;
        for (String verb : VERBS) {
            int at = sentence.lastIndexOf(verb);
            start = at < 0 ? start : Math.max(start, at + verb.length());
        }
        return Prose.words(sentence.substring(0, start), WORD - 1) > 0 ? sentence.substring(start) : sentence;
    }

    private static List<String> onItsLine(String text) {
        return text.lines().flatMap(line -> afterLabel(line).stream()).reduce((earlier, later) -> later).stream()
                .toList();
    }

    private static Optional<String> afterLabel(String line) {
        int at = 0;
        while (at < line.length() && !Character.isLetterOrDigit(line.charAt(at)) && line.charAt(at) != '\\') {
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
        String answer = withoutEmphasis(line.substring(at + 1));
        boolean sentence = Prose.words(answer, WORD - 1) > 1;
        return unlessBlank(sentence ? complement(firstSentence(answer)) : answer).stream()
                .findFirst();
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
        boolean bare = Prose.words(line, 2) == 0;
        boolean name = Prose.words(line, 1) <= MAX_BARE_WORDS && line.chars().allMatch(Marking::isOfName);
        boolean oneLine = line.indexOf('\n') < 0 && line.length() <= MAX_BARE_ANSWER;
        return oneLine && (bare || name) ? unlessBlank(line) : List.of();
    }

    private static boolean isOfName(int sign) {
        return Character.isLetter(sign) || " -'()$*.".indexOf(sign) >= 0;
    }

    private static boolean matches(String line, int at, String lowerCase) {
        return line.regionMatches(true, at, lowerCase, 0, lowerCase.length());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String withoutEmphasis(String text) {
        String inner = text.strip();
        inner = inner.endsWith("**.") ? inner.substring(0, inner.length() - 1) : inner;
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
