package io.millrace.generator.counterfactual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is changed about a task. */
enum Change {
    /** Other words, the same answer. */
    PARAPHRASE,
    /** Another register, the same answer. */
    STYLE,
    /** Other numbers of the same rule, whose answer the rule computes. */
    NUMBERS,
    /** The contrary question, to which the other of "yes" and "no" is the answer. */
    NEGATION;

    /** As parameters and templates call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Change::label).toList();
    }

    static Change labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
