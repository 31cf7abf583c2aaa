package io.millrace.verifier.sensitive;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What counts as sensitive.
 *
 * @param kinds what is looked for
 * @param allowExamples whether values that are reserved for examples may stand: example.com, 555-0100, test cards
 */
public record SensitivePolicy(Set<Kind> kinds, boolean allowExamples) {

    public SensitivePolicy {
        kinds = Set.copyOf(kinds);
    }

    /** Everything but what is reserved for examples. */
    public static SensitivePolicy standard() {
        return new SensitivePolicy(EnumSet.allOf(Kind.class), true);
    }

    /** Everything that shapes a verdict, in a fixed order. */
    String text() {
        return new TreeSet<>(kinds) + " " + allowExamples;
    }
}
