package io.millrace.verifier.grounding;

import io.millrace.schemas.Hash;
import io.millrace.verifier.resource.LineList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises the statement that the documents do not say. */
public final class Silence {

    private static final int MAX_WORDS = 40;
    private static final List<String> TURNS = List.of(
            " but ",
            " however",
            " so ",
            " therefore",
            " still ",
            " yet ",
            " otherwise",
            " although",
            ";",
            ":",
            " – ",
            " — ",
            " aber ",
            " jedoch",
            " mais ",
            " pero ");

    private final List<String> phrases;

    /** What a reply is, held against the statement. */
    enum Kind {
        /** The statement, and nothing else. */
        SILENT,
        /** The statement, and more. */
        MIXED,
        /** Something else. */
        SPEAKS
    }

    /**
     * Takes the phrases that such a statement begins with.
     *
     * @param phrases in small letters
     */
    Silence(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    /** With the phrases that come with the program. */
    public static Silence standard() {
        return new Silence(LineList.of(Silence.class, "silence.txt"));
    }

    String configHash() {
        return Hash.of(Hash.of(phrases), Hash.of(TURNS), String.valueOf(MAX_WORDS));
    }

    Kind of(String prose) {
        String text = Library.plain(prose).toLowerCase(Locale.ROOT).replace('’', '\'');
        Optional<String> phrase = phrases.stream().filter(text::contains).findFirst();
        if (phrase.isEmpty()) {
            return Kind.SPEAKS;
        }
        int stop = firstStop(text);
        boolean alone = stop < 0 || text.substring(stop + 1).codePoints().noneMatch(Character::isLetterOrDigit);
        boolean turns = TURNS.stream().anyMatch(text::contains);
        long words = text.chars().filter(c -> c == ' ').count() + 1;
        return text.startsWith(phrase.get()) && alone && !turns && words <= MAX_WORDS ? Kind.SILENT : Kind.MIXED;
    }

    private static int firstStop(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (".!?".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
