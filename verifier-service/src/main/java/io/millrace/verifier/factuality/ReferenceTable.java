package io.millrace.verifier.factuality;

import java.util.List;
import java.util.Map;

/** What is held to be true. For what it knows of a subject and a relation, it knows every value. */
public interface ReferenceTable {

    /** What is asked for the true values of. */
    record Question(String subject, String relation) {}

    /**
     * What a table says.
     *
     * @param values the true ones for each question, none where nothing is known
     * @param state what tells this state of a table that changes from its others, by the name of a measurement
     */
    record Answers(List<List<String>> values, Map<String, String> state) {

        public Answers {
            values = List.copyOf(values);
            state = Map.copyOf(state);
        }
    }

    /**
     * Answers all questions at once, so that a table that changes does not do so in between.
     *
     * @throws ReferenceException if the table cannot be asked
     */
    Answers answers(List<Question> questions) throws ReferenceException;

    /** SHA-256 in lower-case hex over what shapes the answers. */
    String configHash();
}
