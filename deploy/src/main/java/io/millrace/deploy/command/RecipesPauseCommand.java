package io.millrace.deploy.command;

import io.millrace.deploy.recipe.Recipes;
import io.millrace.schemas.Recipe;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops a recipe for a while. */
@Command(
        name = "pause",
        description = "Make no further seed for a recipe; what is on the way is finished.",
        mixinStandardHelpOptions = true)
final class RecipesPauseCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "NAME", description = "The recipe.")
    private String name = "";

    @Override
    public Integer call() {
        Recipe recipe = new Recipes(state.connect()).revise(name, next -> next.paused(true), Instant.now());
        console.show(RevisedRecipe.of(recipe), "Recipe %s is paused.".formatted(name));
        return ExitCode.OK;
    }
}
