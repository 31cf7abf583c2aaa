package io.millrace.verifier.recipe;

import io.millrace.schemas.Topic;
import io.millrace.verifier.factuality.JdbcReference;
import io.millrace.verifier.factuality.ReferenceTable;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe may say of the table that claims are looked up in: an address or a topic; the table that comes with the program
 * where it says neither.
 *
 * @param url its JDBC address
 * @param query takes a subject and a relation, and gives the true values in its first column
 * @param revision names what the table at that address holds
 * @param topic where the facts are, which can only be "facts"
 * @param maxMegabytes of facts that are held in memory
 */
record FactSettings(
        @Nullable String url,
        @Nullable String query,
        @Nullable String revision,
        @Nullable String topic,
        @Nullable Integer maxMegabytes) {

    private static final int USUAL_MEGABYTES = 64;
    private static final int MOST_MEGABYTES = 4_096;

    ReferenceTable table(FactTopic facts) throws UnfitRecipeException {
        if (topic == null) {
            return ofDatabase();
        }
        if (!topic.equals(Topic.FACTS.name()) || url != null || query != null || revision != null) {
            throw new UnfitRecipeException(
                    "settings of reference-facts: the only topic is facts, and has no url, query or revision");
        }
        int megabytes = maxMegabytes == null ? USUAL_MEGABYTES : maxMegabytes;
        if (megabytes < 1 || megabytes > MOST_MEGABYTES) {
            throw new UnfitRecipeException("settings of reference-facts: maxMegabytes is from 1 to " + MOST_MEGABYTES);
        }
        return facts.open(megabytes);
    }

    private ReferenceTable ofDatabase() throws UnfitRecipeException {
        if (maxMegabytes != null) {
            throw new UnfitRecipeException("settings of reference-facts: maxMegabytes is for a topic");
        }
        if (url == null) {
            return JdbcReference.embedded();
        }
        return JdbcReference.at(
                url, query == null ? JdbcReference.USUAL_QUERY : query, revision == null ? "unnamed" : revision);
    }
}
