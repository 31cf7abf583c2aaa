package io.millrace.verifier.grounding;

import org.jspecify.annotations.Nullable;

/** A quotation and where it is said to stand. The quote is null where a place is named and nothing is quoted. */
record Citation(
        @Nullable String quote, String document, @Nullable String section) {

    private static final int MIN_WORDS = 3;
    private static final int MIN_LENGTH = 15;

    /** What makes a quotation count, for the hash of the check. */
    static final String RULE = MIN_WORDS + " words, " + MIN_LENGTH + " characters";

    /** Whether it quotes enough to rest on. */
    boolean counts() {
        return quote != null && longEnough(quote);
    }

    static boolean longEnough(String quote) {
        String plain = Library.plain(quote);
        long words = plain.isEmpty() ? 0 : plain.chars().filter(c -> c == ' ').count() + 1;
        return words >= MIN_WORDS && plain.length() >= MIN_LENGTH;
    }

    boolean names(String place) {
        return place.equals(document) || (section != null && place.equals(document + " §" + section));
    }
}
