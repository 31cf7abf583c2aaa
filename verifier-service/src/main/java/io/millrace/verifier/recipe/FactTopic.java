package io.millrace.verifier.recipe;

import io.millrace.verifier.factuality.ReferenceTable;

/** Where the topic of facts can be read. */
@FunctionalInterface
public interface FactTopic {

    /**
     * Begins to read it.
     *
     * @param maxMegabytes of all facts together
     */
    ReferenceTable open(int maxMegabytes) throws UnfitRecipeException;
}
