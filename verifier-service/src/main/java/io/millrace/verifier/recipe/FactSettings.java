package io.millrace.verifier.recipe;

import io.millrace.verifier.factuality.JdbcReference;
import io.millrace.verifier.factuality.ReferenceTable;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe may say of the table that claims are looked up in.
 *
 * @param url its JDBC address; the table that comes with the program where nothing is said
 * @param query takes a subject and a relation, and gives the true values in its first column
 * @param revision names what the table at that address holds
 */
record FactSettings(
        @Nullable String url,
        @Nullable String query,
        @Nullable String revision) {

    ReferenceTable table() {
        if (url == null) {
            return JdbcReference.embedded();
        }
        return JdbcReference.at(
                url, query == null ? JdbcReference.USUAL_QUERY : query, revision == null ? "unnamed" : revision);
    }
}
