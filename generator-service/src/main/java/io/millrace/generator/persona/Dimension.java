package io.millrace.generator.persona;

import io.millrace.generator.rule.space.Choices;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One respect in which people differ.
 *
 * @param given the earlier dimension whose value decides on the shares
 * @param sharesBy how many of {@value #WHOLE} people have each value, by the value of the earlier dimension; under "" where there is
 *     none
 */
record Dimension(String name, Optional<String> given, Map<String, Map<String, Integer>> sharesBy) {

    static final int WHOLE = 1_000_000_000;

    Dimension {
        Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
        sharesBy.forEach((value, shares) -> {
            if (shares.values().stream().mapToLong(Integer::longValue).sum() != WHOLE) {
                throw new IllegalArgumentException("the shares of a dimension must come to 1");
            }
            copy.put(value, Collections.unmodifiableMap(new LinkedHashMap<>(shares)));
        });
        sharesBy = Collections.unmodifiableMap(copy);
    }

    /** A value for somebody whose values in the earlier dimensions are known. */
    String draw(Map<String, String> earlier, Choices choices) {
        int left = choices.below(WHOLE);
        for (Map.Entry<String, Integer> share : shares(earlier).entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        throw new IllegalStateException("shares that come to 1 leave nobody out");
    }

    private Map<String, Integer> shares(Map<String, String> earlier) {
        String condition = given.map(name -> earlier.getOrDefault(name, "")).orElse("");
        return sharesBy.getOrDefault(condition, Map.of());
    }
}
