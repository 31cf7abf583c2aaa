package io.millrace.deploy.recipe;

import io.millrace.schemas.Seed;
import org.jspecify.annotations.Nullable;

/** What decides which cell a seed is for. */
record Place(String domain, @Nullable String difficulty, String language) {

    static Place of(Seed seed) {
        return new Place(seed.getDomain(), seed.getDifficulty(), seed.getLanguage());
    }
}
