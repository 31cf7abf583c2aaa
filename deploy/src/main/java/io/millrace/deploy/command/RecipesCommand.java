package io.millrace.deploy.command;

import io.millrace.deploy.recipe.RecipeStatus;
import io.millrace.deploy.recipe.Recipes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists the recipes. */
@Command(
        name = "recipes",
        description = "List the recipes, and how far each of them is.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RecipesShowCommand.class,
            RecipesPauseCommand.class,
            RecipesResumeCommand.class,
            RecipesChangeCommand.class
        })
final class RecipesCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Override
    public Integer call() {
        List<RecipeStatus> recipes = new Recipes(state.connect()).statuses();
        console.show(recipes, RecipeTable.of(recipes));
        return ExitCode.OK;
    }
}
