package io.millrace.deploy.command;

import io.millrace.deploy.recipe.Recipes;
import io.millrace.deploy.recipe.Revision;
import io.millrace.schemas.Recipe;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes a recipe that is being made. */
@Command(
        name = "change",
        description = {
            "Change how much a recipe makes, and of what. What was made counts on.",
            "To change anything else, submit the recipe again with --change."
        },
        mixinStandardHelpOptions = true)
final class RecipesChangeCommand implements Callable<Integer> {

    private static final double MAX_WEIGHT = 1_000_000;
    private static final int MAX_IN_FLIGHT = 1_000_000;
    private static final long MAX_AMOUNT = 1_000_000_000;
    private static final long MAX_BUDGET = 1_000_000_000_000_000L;

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The recipe.")
    private String name = "";

    @Option(names = "--target", paramLabel = "N", description = "For all cells together, in their old proportions.")
    private @Nullable Long target;

    @Option(
            names = "--weight",
            paramLabel = "SUPPLY=W",
            description = "Of a supply, for instance drills/2, or of all that begin with drills/; may be repeated.")
    private Map<String, Double> weights = Map.of();

    @Option(names = "--in-flight", paramLabel = "N", description = "Candidates on the way at once.")
    private @Nullable Integer inFlight;

    @Option(names = "--budget-tokens", paramLabel = "N", description = "Tokens of the whole recipe.")
    private @Nullable Long tokens;

    @Option(
            names = "--budget-cost-micros",
            paramLabel = "N",
            description = "Cost of the whole recipe, in millionths of a US dollar.")
    private @Nullable Long costMicros;

    @Override
    public Integer call() {
        requireSense();
        var recipes = new Recipes(state.connect());
        Revision revision = Revision.of(recipes.named(name));
        if (target != null) {
            var unused = revision.target(target);
        }
        if (inFlight != null) {
            var unused = revision.inFlight(inFlight);
        }
        if (tokens != null || costMicros != null) {
            var unused = revision.budget(tokens, costMicros);
        }
        weights.forEach(revision::weight);
        Recipe recipe = revision.at(Instant.now());
        recipes.put(recipe);
        console.show(
                RevisedRecipe.of(recipe), "Recipe %s is changed to revision %d.".formatted(name, recipe.getRevision()));
        return ExitCode.OK;
    }

    private void requireSense() {
        require(
                target != null || inFlight != null || tokens != null || costMicros != null || !weights.isEmpty(),
                "Say what to change: --target, --weight, --in-flight, --budget-tokens or --budget-cost-micros.");
        require(within(target, MAX_AMOUNT), "A target is from 1 to 1,000,000,000.");
        require(
                within(inFlight == null ? null : inFlight.longValue(), MAX_IN_FLIGHT),
                "Candidates on the way are from 1 to 1,000,000.");
        require(within(tokens, MAX_BUDGET) && within(costMicros, MAX_BUDGET), "A budget is from 1 to 10^15.");
        require(
                weights.values().stream().allMatch(weight -> weight >= 0 && weight <= MAX_WEIGHT),
                "A weight is from 0 to 1,000,000.");
    }

    private static boolean within(@Nullable Long number, long most) {
        return number == null || (number >= 1 && number <= most);
    }

    private void require(boolean sense, String otherwise) {
        if (!sense) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }
}
