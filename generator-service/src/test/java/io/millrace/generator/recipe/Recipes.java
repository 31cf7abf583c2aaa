package io.millrace.generator.recipe;

import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recipes for tests. */
final class Recipes {

    private Recipes() {}

    static Recipe.Builder recipe(RecipeGoal goal, RecipeCell... cells) {
        return Recipe.newBuilder()
                .setName("tutor")
                .setRevision(1)
                .setPaused(false)
                .setSubmission("submit-1")
                .setDataset("algebra")
                .setGoal(goal)
                .setCells(List.of(cells))
                .setMaxInFlight(50)
                .setHash("hash")
                .setChangedAt(Instant.EPOCH);
    }

    static RecipeCell cell(String name, long target, Supply... supplies) {
        return new RecipeCell(name, target, List.of(supplies));
    }

    static Supply.Builder supply(String name, double weight, @Nullable Long items) {
        return Supply.newBuilder()
                .setName(name)
                .setWeight(weight)
                .setItems(items)
                .setStrategy(new StrategyCall("conversation", Map.of("turns", "4")))
                .setSamples(1)
                .setDomain("banking")
                .setLanguage("en")
                .setSource(Source.newBuilder().setName("tutor").setReal(false).build());
    }

    /** A supply without end that asks for one candidate at a time. */
    static Supply endless() {
        return supply("talk", 1, null).build();
    }
}
