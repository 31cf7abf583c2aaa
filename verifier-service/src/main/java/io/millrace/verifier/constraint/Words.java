package io.millrace.verifier.constraint;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Counts words, and finds words and phrases as whole words. */
final class Words {

    /** Scripts that put no blanks between words, so that only a dictionary could count them. */
    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Words() {}

    /** A word stands between white space or long dashes and has a letter or a digit. */
    static Count count(String text) {
        int words = 0;
        int more = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '—' || c == '–') {
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                more += inside && WITHOUT_BLANKS.contains(UnicodeScript.of(c)) ? 1 : 0;
                words += inside ? 0 : 1;
                inside = true;
            }
        }
        return new Count(words, words + more);
    }

    /** How often the keyword stands in the text with neither a letter nor a digit beside it that would make it another word. */
    static int occurrences(String text, String keyword, boolean caseSensitive) {
        String hay = plain(text, caseSensitive);
        String needle = plain(keyword, caseSensitive);
        int found = 0;
        int at = hay.indexOf(needle);
        while (at >= 0) {
            boolean whole = bounded(hay, at, needle) && bounded(hay, at + needle.length(), needle);
            found += whole ? 1 : 0;
            at = hay.indexOf(needle, at + (whole ? needle.length() : 1));
        }
        return found;
    }

    /** Whether no word goes on across the place, which is where the needle begins or ends. */
    private static boolean bounded(String hay, int at, String needle) {
        if (at == 0 || at == hay.length()) {
            return true;
        }
        int before = hay.codePointBefore(at);
        int after = hay.codePointAt(at);
        return needle.isEmpty() || !partOfWord(before) || !partOfWord(after);
    }

    private static boolean partOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '_';
    }

    /** Compatibility forms and invisible characters are not what a reader sees. */
    static String plain(String text, boolean caseSensitive) {
        String visible = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return caseSensitive ? visible : visible.toLowerCase(Locale.ROOT);
    }
}
