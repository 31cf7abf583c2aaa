package io.millrace.verifier.constraint;

import java.util.Locale;
import java.util.Set;

/**
 * Counts sentences. A mark that surely ends one is counted; one that may stand for an abbreviation, a list number or the like is
 * counted by the generous reader alone, and so is a line that ends without a mark.
 */
final class Sentences {

    private static final String ENDS = ".!?…";
    private static final String WIDE_ENDS = "。！？";
    private static final String CLOSERS = "\"'”’»)]*_";

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "etc", "e.g", "i.e", "inc", "ltd", "jr", "sr", "fig",
            "approx", "z.b", "d.h", "u.a", "bzw", "ca", "nr", "p.m", "a.m", "u.s", "al");

    private int sure;
    private int possible;
    private boolean open;
    private int wordStart;

    private Sentences() {}

    static Count count(String text) {
        var sentences = new Sentences();
        int i = 0;
        while (i < text.length()) {
            i = sentences.step(text, i);
        }
        sentences.possible += sentences.open ? 1 : 0;
        return new Count(Math.max(sentences.sure, sentences.possible > 0 ? 1 : 0), sentences.sure + sentences.possible);
    }

    private int step(String text, int i) {
        char c = text.charAt(i);
        if (open && WIDE_ENDS.indexOf(c) >= 0) {
            sure++;
            open = false;
        } else if (open && ENDS.indexOf(c) >= 0) {
            return mark(text, i);
        } else if (c == '\n') {
            possible += open ? 1 : 0;
            open = false;
        } else if (Character.isLetterOrDigit(c)) {
            open = true;
        }
        wordStart = Character.isWhitespace(c) ? i + 1 : wordStart;
        return i + 1;
    }

    private int mark(String text, int at) {
        int end = at;
        while (end < text.length() && (ENDS + CLOSERS).indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            sure++;
            open = false;
        } else if (next > end && (doubtful(text, at) || Character.isLowerCase(text.charAt(next)))) {
            possible++;
        } else if (next > end) {
            sure++;
            open = false;
        }
        return end;
    }

    /** Whether the point may belong to what stands before it. */
    private boolean doubtful(String text, int at) {
        String word = text.substring(Math.min(wordStart, at), at).toLowerCase(Locale.ROOT);
        boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
        return text.charAt(at) == '.' && (number || word.length() == 1 || ABBREVIATIONS.contains(word));
    }
}
