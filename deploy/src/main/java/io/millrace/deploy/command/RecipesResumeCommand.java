package io.millrace.deploy.command;

import io.millrace.deploy.recipe.Recipes;
import io.millrace.schemas.Recipe;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a recipe go on. */
@Command(name = "resume", description = "Go on with a recipe that was paused.", mixinStandardHelpOptions = true)
final class RecipesResumeCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "NAME", description = "The recipe.")
    private String name = "";

    @Override
    public Integer call() {
        Recipe recipe = new Recipes(state.connect()).revise(name, next -> next.paused(false), Instant.now());
        console.show(RevisedRecipe.of(recipe), "Recipe %s goes on.".formatted(name));
        return ExitCode.OK;
    }
}
