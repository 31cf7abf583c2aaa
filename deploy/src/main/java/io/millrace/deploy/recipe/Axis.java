package io.millrace.deploy.recipe;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One dimension of a mixture: its values with their weights, in the order of the recipe. An axis that the recipe does not name has
 * one value, which stands for all.
 */
record Axis(SequencedMap<String, BigDecimal> weights) {

    /** Stands for every value that the axis does not have. */
    static final String OPEN = "*";

    static final Axis WHOLE = new Axis(new LinkedHashMap<>(Map.of(OPEN, BigDecimal.ONE)));

    List<String> values() {
        return List.copyOf(weights.keySet());
    }

    BigDecimal weight(String value) {
        return weights.getOrDefault(value, BigDecimal.ZERO);
    }

    /** The one of the axis' values that something belongs to, if any. */
    Optional<String> valueOf(@Nullable String actual) {
        if (actual != null && weights.containsKey(actual)) {
            return Optional.of(actual);
        }
        return weights.containsKey(OPEN) ? Optional.of(OPEN) : Optional.empty();
    }
}
