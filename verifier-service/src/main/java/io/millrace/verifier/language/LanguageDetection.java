package io.millrace.verifier.language;

import io.millrace.schemas.Hash;
import io.millrace.verifier.markdown.Fences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the language of a text by its letters in sequence. Always the same text has the same answer; short and mixed texts have
 * none, and close languages are not told apart.
 */
public final class LanguageDetection {

    private static final String VERSION = "optimaize-0.6/1";
    static final double MIN_CONFIDENCE = 0.97;
    private static final int MIN_LETTERS = 60;
    private static final int MIN_IDEOGRAPHS = 20;
    private static final int MAX_LETTERS = 10_000;

    /** No word in Latin letters is as long as this; keys and hashes are. */
    private static final int MAX_WORD = 30;

    private static final int MAX_LATIN = 0x250;

    private static final Map<String, String> OTHER_NAMES =
            Map.of("nb", "no", "nn", "no", "iw", "he", "in", "id", "fil", "tl", "cmn", "zh");

    private static final List<Set<String>> CLOSE = List.of(
            Set.of("da", "no", "sv"),
            Set.of("hr", "sr", "bs", "sl", "mk"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("es", "gl", "pt", "ca", "an", "ast", "oc"),
            Set.of("ru", "uk", "be", "bg"),
            Set.of("nl", "af"),
            Set.of("hi", "mr", "ne"),
            Set.of("fa", "ur", "ar"));

    public String configHash() {
        return Hash.of(
                VERSION,
                Fences.VERSION,
                String.valueOf(MIN_CONFIDENCE),
                String.valueOf(MIN_LETTERS),
                String.valueOf(MIN_IDEOGRAPHS),
                String.valueOf(MAX_LETTERS),
                String.valueOf(MAX_WORD));
    }

    /** The language as a primary tag of BCP 47, or nothing where it cannot be told. Fenced blocks are left out. */
    public Optional<String> of(String text) {
        String letters = letters(Fences.of(text).prose());
        long ideographs = letters.codePoints().filter(Character::isIdeographic).count();
        if (letters.codePoints().filter(Character::isLetter).count() < MIN_LETTERS && ideographs < MIN_IDEOGRAPHS) {
            return Optional.empty();
        }
        return KnownLanguages.DETECTOR.getProbabilities(letters).stream()
                .findFirst()
                .filter(best -> best.getProbability() >= MIN_CONFIDENCE)
                .map(best -> primary(best.getLocale().getLanguage()));
    }

    public LanguageMatch match(String text, String tag) {
        String wanted = primary(tag);
        Optional<String> found = of(text);
        if (found.isEmpty() || !KnownLanguages.TAGS.contains(wanted)) {
            return LanguageMatch.UNDECIDED;
        }
        if (found.get().equals(wanted)) {
            return LanguageMatch.SAME;
        }
        boolean close = CLOSE.stream().anyMatch(group -> group.contains(wanted) && group.contains(found.get()));
        return close ? LanguageMatch.UNDECIDED : LanguageMatch.OTHER;
    }

    static String primary(String tag) {
        String first = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(first, first);
    }

    /** Letters and single blanks: neither addresses nor numbers nor marks are of any language. */
    private static String letters(String text) {
        var letters = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            boolean addressOrKey = word.contains("://")
                    || word.indexOf('@') >= 0
                    || (word.length() > MAX_WORD && word.codePoints().allMatch(c -> c < MAX_LATIN));
            if (letters.length() < MAX_LETTERS && !addressOrKey) {
                word.codePoints()
                        .filter(c -> Character.isLetter(c)
                                || c == '\''
                                || Character.getType(c) == Character.NON_SPACING_MARK)
                        .limit(MAX_LETTERS)
                        .forEach(letters::appendCodePoint);
                letters.append(' ');
            }
        }
        return letters.toString();
    }
}
