package io.millrace.verifier.text;

import io.millrace.schemas.TextPolicy;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes out of a text the differences that a policy says do not count. */
final class Normalisation {

    /** Changes whenever the same text could be normalised otherwise. */
    static final String VERSION = "1";

    private static final String MARKS = ".,;:!?…\"'“”„‘’«»‹›。，、；：！？";
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private Normalisation() {}

    static String of(String text, TextPolicy policy) {
        String result = policy.getIgnoreForm() ? form(text) : text;
        if (policy.getIgnoreWhiteSpace()) {
            result = String.join(" ", words(result));
        }
        if (policy.getIgnorePunctuation()) {
            result = perWord(result, Normalisation::withoutMarks);
        }
        if (policy.getIgnoreArticles()) {
            result = withoutArticles(result);
        }
        return policy.getIgnoreCase() ? small(result) : result;
    }

    /** Superscripts, subscripts and fractions stay: without their form "5²" would be "52". */
    private static String form(String text) {
        var result = new StringBuilder();
        var run = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (meansByItsForm(c)) {
                result.append(Normalizer.normalize(run, Normalizer.Form.NFKC)).appendCodePoint(c);
                run.setLength(0);
            } else {
                run.appendCodePoint(c);
            }
        });
        return result.append(Normalizer.normalize(run, Normalizer.Form.NFKC)).toString();
    }

    private static boolean meansByItsForm(int c) {
        return c == 0xB2
                || c == 0xB3
                || c == 0xB9
                || (c >= 0xBC && c <= 0xBE)
                || (c >= 0x2070 && c <= 0x209F)
                || (c >= 0x2150 && c <= 0x215F)
                || c == 0x2189
                || (c >= 0x2B0 && c <= 0x2B8)
                || (c >= 0x1D2C && c <= 0x1D6A);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Changes what stands between blanks and leaves the blanks. */
    private static String perWord(String text, UnaryOperator<String> change) {
        var result = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            result.append(result.isEmpty() ? "" : " ").append(change.apply(word));
        }
        return result.toString();
    }

    /** A point before a digit and an exclamation mark after one belong to the number. */
    private static String withoutMarks(String word) {
        int start = 0;
        while (start < word.length() && MARKS.indexOf(word.charAt(start)) >= 0 && !digit(word, start + 1)) {
            start++;
        }
        int end = word.length();
        while (end > start
                && MARKS.indexOf(word.charAt(end - 1)) >= 0
                && !(word.charAt(end - 1) == '!' && digit(word, end - 2))) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean digit(String word, int at) {
        return at >= 0 && at < word.length() && Character.isDigit(word.charAt(at));
    }

    /** An article stands before another word, in small letters or first of all. */
    private static String withoutArticles(String text) {
        List<String> kept = new ArrayList<>();
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            String word = i == 0 ? words[i].toLowerCase(Locale.ROOT) : words[i];
            boolean last = i == words.length - 1;
            if (last || !ARTICLES.contains(word)) {
                kept.add(words[i]);
            }
        }
        return String.join(" ", kept);
    }

    private static String small(String text) {
        return text.codePoints()
                .map(c -> c == 'ς' ? 'σ' : Character.toLowerCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
