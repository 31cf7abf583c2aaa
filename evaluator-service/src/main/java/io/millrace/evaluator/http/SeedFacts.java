package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a seed asked for, and on whose behalf. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeedFacts(
        String id,
        String submission,
        String dataset,
        String domain,
        @Nullable String difficulty,
        String language,
        List<String> tags,
        Map<String, String> parameters,
        SourceFacts source,
        @Nullable RecipeFacts recipe) {

    static SeedFacts of(Seed seed) {
        RecipePlace recipe = seed.getRecipe();
        return new SeedFacts(
                seed.getId(),
                seed.getSubmission(),
                seed.getDataset(),
                seed.getDomain(),
                seed.getDifficulty(),
                seed.getLanguage(),
                seed.getTags(),
                seed.getStrategy().getParameters(),
                SourceFacts.of(seed.getSource()),
                recipe == null
                        ? null
                        : new RecipeFacts(recipe.getRecipe(), recipe.getCell(), recipe.getSupply(), recipe.getHash()));
    }

    /** Where the seed's content comes from. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceFacts(
            String name,
            @Nullable String uri,
            @Nullable String revision,
            @Nullable String licence,
            boolean real) {

        static SourceFacts of(Source source) {
            return new SourceFacts(
                    source.getName(), source.getUri(), source.getRevision(), source.getLicence(), source.getReal());
        }
    }

    /** The part of a recipe that the seed was made for. */
    @Serdeable
    record RecipeFacts(
            String name,
            String cell,
            String supply,
            @Nullable String hash) {}
}
