package io.millrace.verifier.factuality;

import java.util.List;

/** What is held to be true. For what it knows of a subject and a relation, it knows every value. */
public interface ReferenceTable {

    /**
     * The values that are true, none where nothing is known.
     *
     * @throws ReferenceException if the table cannot be asked
     */
    List<String> values(String subject, String relation) throws ReferenceException;

    /** SHA-256 in lower-case hex over what shapes the answers. */
    String configHash();
}
