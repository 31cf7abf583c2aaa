package io.millrace.verifier.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reply must meet, one criterion a line. */
record Rubric(List<String> criteria) {

    private static final int MAX_CRITERIA = 20;
    private static final int MAX_LENGTH = 500;

    Rubric {
        criteria = List.copyOf(criteria);
    }

    /** Reads the lines of a text, with or without a dash in front; nothing where there are none, too many or too long ones. */
    static Optional<Rubric> read(String text) {
        List<String> criteria = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String criterion = line.strip().replaceFirst("^[-*](?: |$)", "").strip();
            if (!criterion.isEmpty()) {
                criteria.add(criterion);
            }
        }
        boolean fits = !criteria.isEmpty()
                && criteria.size() <= MAX_CRITERIA
                && criteria.stream().allMatch(criterion -> criterion.length() <= MAX_LENGTH);
        return fits ? Optional.of(new Rubric(criteria)) : Optional.empty();
    }
}
