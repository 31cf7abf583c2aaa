package io.millrace.evaluator.dedup;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The words of a text, each as a number. Case, layout and punctuation do not count; digits do, and so do signs of operations, because
 * 4 - 2 is not 4 + 3. Scripts that are written without spaces have a word for each character.
 */
public final class Words {

    private static final String OPERATORS = "-*/%^&";

    /** What may stand between a number and a sign that goes with it. */
    private static final String BETWEEN = " ()";

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    private enum Kind {
        GAP,
        SIGN,
        PART_OF_WORD,
        WORD
    }

    private Words() {}

    /** The words in order; a text in which there are none is one as a whole. */
    static long[] of(String text) {
        long[] found = of(text, true);
        if (found.length > 0) {
            return found;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return new long[] {hash(Hashing.komihash5_0().hashStream(), composed, 0, composed.length())};
    }

    /**
     * The words in order where text is taken over rather than said again: signs count between two numbers only, since elsewhere they
     * may be marks that whoever copies puts in or leaves out. None where there are none.
     */
    public static long[] ofCopied(String text) {
        return of(text, false);
    }

    private static long[] of(String text, boolean everySign) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        HashStream64 hash = Hashing.komihash5_0().hashStream();
        var words = LongStream.builder();
        int at = 0;
        while (at < composed.length()) {
            int end = end(composed, at, everySign);
            if (end > at) {
                words.add(hash(hash, composed, at, end));
                at = end;
            } else {
                at += Character.charCount(composed.codePointAt(at));
            }
        }
        return words.build().toArray();
    }

    /** Where the word ends that begins here; here, if none does. */
    private static int end(String text, int start, boolean everySign) {
        return switch (kind(text, start)) {
            case GAP -> start;
            case WORD -> start + Character.charCount(text.codePointAt(start));
            case SIGN -> everySign || betweenNumbers(text, start) ? start + 1 : start;
            case PART_OF_WORD -> {
                int end = start;
                while (end < text.length() && kind(text, end) == Kind.PART_OF_WORD) {
                    end += Character.charCount(text.codePointAt(end));
                }
                yield end;
            }
        };
    }

    private static Kind kind(String text, int at) {
        int c = text.codePointAt(at);
        if (Character.isLetterOrDigit(c)) {
            return c >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(c))
                    ? Kind.WORD
                    : Kind.PART_OF_WORD;
        }
        if (c == '-' && joinsLetters(text, at)) {
            return Kind.GAP;
        }
        if (OPERATORS.indexOf(c) >= 0) {
            return Kind.SIGN;
        }
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL -> Character.isBmpCodePoint(c) ? Kind.SIGN : Kind.WORD;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.CONNECTOR_PUNCTUATION ->
                Kind.PART_OF_WORD;
            default -> Kind.GAP;
        };
    }

    private static boolean joinsLetters(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean betweenNumbers(String text, int at) {
        return numberNear(text, at, -1) && numberNear(text, at, 1);
    }

    private static boolean numberNear(String text, int start, int step) {
        int at = start + step;
        while (at >= 0 && at < text.length() && BETWEEN.indexOf(text.charAt(at)) >= 0) {
            at += step;
        }
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static long hash(HashStream64 hash, String text, int from, int to) {
        hash.reset();
        for (int at = from; at < to; at++) {
            hash.putChar(Character.toLowerCase(text.charAt(at)));
        }
        return hash.getAsLong();
    }
}
