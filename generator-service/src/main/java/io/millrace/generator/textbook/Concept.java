package io.millrace.generator.textbook;

import java.util.List;

/**
 * Something to be learned.
 *
 * @param id what parameters and other concepts call it
 * @param title what people call it
 * @param aim what somebody can do who has learned it
 * @param requires the ids of what must have been learned before
 */
record Concept(String id, String title, String aim, List<String> requires) {

    Concept {
        requires = List.copyOf(requires);
    }
}
