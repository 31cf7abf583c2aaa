package io.millrace.deploy.recipe;

import io.millrace.deploy.holdout.Holdout;
import io.millrace.schemas.AcceptanceFloor;
import io.millrace.schemas.Budget;
import io.millrace.schemas.Feedback;
import io.millrace.schemas.RecipeGoal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as it is written.
 *
 * @param line where its strategies stand
 * @param checks the verification recipe of all candidates; empty for the usual one
 * @param holdout which rows are held out for testing
 * @param feedback what follows from reports of trainers; null where the recipe does not say
 */
record Plan(
        int line,
        String name,
        String dataset,
        Target target,
        int inFlight,
        @Nullable Budget budget,
        Optional<String> checks,
        Holdout holdout,
        @Nullable Feedback feedback,
        Mixture mixture,
        Map<String, Origin> sources,
        List<Use> uses) {

    Plan {
        sources = Map.copyOf(sources);
        uses = List.copyOf(uses);
    }

    /** What is counted, and when that is enough. */
    record Target(
            RecipeGoal goal,
            long amount,
            int overshoot,
            @Nullable AcceptanceFloor floor) {}

    /**
     * A strategy with its source.
     *
     * @param base what its supplies' names begin with
     * @param source empty where the strategy starts from nothing
     */
    record Use(
            int line,
            String base,
            String strategy,
            Optional<String> source,
            double weight,
            int samples,
            @Nullable Budget seedBudget,
            List<Variant> variants) {

        Use {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One choice of the parameters that are given as lists, and of the model.
     *
     * @param suffix what tells its supplies from those of other choices; empty where there is only one
     * @param share its part of the weight
     */
    record Variant(String suffix, Map<String, String> parameters, BigDecimal share) {

        Variant {
            parameters = Map.copyOf(parameters);
        }
    }
}
