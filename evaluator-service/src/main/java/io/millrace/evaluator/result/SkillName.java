package io.millrace.evaluator.result;

import io.millrace.schemas.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** A skill by the parts of its name: a domain or rule family, then perhaps difficulty and language. */
record SkillName(List<String> parts) {

    private static final String ANY = "*";

    static SkillName of(String name) {
        List<String> parts = new ArrayList<>();
        var tokens = new StringTokenizer(name, "/");
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return new SkillName(parts);
    }

    /** Whether what a supply makes exercises the skill. A supply that is no longer drawn makes nothing. */
    boolean isFedBy(Supply supply) {
        boolean named =
                !parts.isEmpty() && parts.size() <= 3 && !parts.getFirst().equals(ANY);
        boolean field = named
                && (parts.getFirst().equals(supply.getDomain())
                        || (supply.getFamily() != null
                                && parts.getFirst().equals(supply.getFamily().getFamily())));
        return field
                && supply.getWeight() > 0
                && fits(1, String.valueOf(supply.getDifficulty()))
                && fits(2, supply.getLanguage());
    }

    private boolean fits(int part, String value) {
        return parts.size() <= part
                || parts.get(part).equals(ANY)
                || parts.get(part).equals(value);
    }
}
