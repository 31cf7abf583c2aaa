package io.millrace.generator.expansion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How an instruction becomes another one, and between which similarities to the original the new one must usually lie. */
enum Operation {
    DEEPER(0.02, 0.85),
    BROADER(0, 0.5),
    CONSTRAINED(0.1, 0.97),
    REWRITTEN(0, 0.7);

    private final double leastSimilar;
    private final double mostSimilar;

    Operation(double leastSimilar, double mostSimilar) {
        this.leastSimilar = leastSimilar;
        this.mostSimilar = mostSimilar;
    }

    double leastSimilar() {
        return leastSimilar;
    }

    double mostSimilar() {
        return mostSimilar;
    }

    /** As parameters and templates call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Operation::label).toList();
    }

    static Operation labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
