package io.millrace.verifier.math.latex;

import io.millrace.verifier.math.latex.Token.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that may stand beside a number as its unit. */
public final class Units {

    private final Map<String, String> firstSpellings;
    private final boolean open;
    /** The one that is looked for, of which a single letter is not taken for a variable; or empty. */
    private final String expected;

    private Units(Map<String, String> firstSpellings, boolean open, String expected) {
        this.firstSpellings = Map.copyOf(firstSpellings);
        this.open = open;
        this.expected = expected;
    }

    /** One unit an entry, its spellings apart by blanks. */
    public static Units of(List<String> entries) {
        Map<String, String> spellings = new HashMap<>();
        for (String entry : entries) {
            String[] same = entry.split(" ");
            Arrays.stream(same).forEach(spelling -> spellings.put(spelling, same[0]));
        }
        return new Units(spellings, false, "");
    }

    /** These units and every other word: for texts whose author is trusted. */
    public Units andAnyWord() {
        return new Units(firstSpellings, true, "");
    }

    /** These units and one that is looked for. */
    public Units expecting(String unit) {
        Map<String, String> more = new HashMap<>(firstSpellings);
        more.putIfAbsent(unit, unit);
        return new Units(more, open, unit);
    }

    boolean listed(String word) {
        return firstSpellings.containsKey(word);
    }

    private boolean expected(String word) {
        String base = expected.endsWith("²") || expected.endsWith("³")
                ? expected.substring(0, expected.length() - 1)
                : expected;
        return base.equals(firstSpellings.get(word));
    }

    /** Whether a word is a unit behind these tokens. One letter of a formula is rather a variable, unless a unit stands before it. */
    boolean standsBehind(List<Token> tokens, String word, boolean inText, boolean spaced) {
        if (tokens.isEmpty() || !listed(word)) {
            return false;
        }
        Token last = tokens.getLast();
        boolean afterUnit = tokens.size() > 1
                && last.is(Kind.SIGN, "/")
                && tokens.get(tokens.size() - 2).kind() == Kind.UNIT;
        boolean afterValue = last.kind() == Kind.NUMBER
                || last.kind() == Kind.UNIT
                || (last.kind() == Kind.SIGN && ")]}".contains(last.text()));
        return afterUnit || (afterValue && (inText || word.length() > 1 || (spaced && expected(word))));
    }

    /** The first spelling of a unit. */
    Optional<String> firstSpelling(String word) {
        String known = firstSpellings.get(word);
        return Optional.ofNullable(known == null && open ? word : known);
    }
}
