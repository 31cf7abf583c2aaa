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
        if (target == null && inFlight == null && tokens == null && costMicros == null && weights.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Say what to change: --target, --weight, --in-flight, --budget-tokens or --budget-cost-micros.");
        }
        Recipe recipe = new Recipes(state.connect()).revise(name, this::change, Instant.now());
        console.show(
                RevisedRecipe.of(recipe), "Recipe %s is changed to revision %d.".formatted(name, recipe.getRevision()));
        return ExitCode.OK;
    }

    private Revision change(Revision recipe) {
        Revision next = target == null ? recipe : recipe.target(target);
        next = inFlight == null ? next : next.inFlight(inFlight);
        next = tokens == null && costMicros == null ? next : next.budget(tokens, costMicros);
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            next = next.weight(weight.getKey(), weight.getValue());
        }
        return next;
    }
}
