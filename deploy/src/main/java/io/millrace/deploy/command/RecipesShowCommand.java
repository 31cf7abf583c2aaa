package io.millrace.deploy.command;

import io.millrace.deploy.recipe.RecipeStatus;
import io.millrace.deploy.recipe.Recipes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one recipe. */
@Command(
        name = "show",
        description = "Show a recipe cell by cell, with its supplies, their weights and how many items were taken.",
        mixinStandardHelpOptions = true)
final class RecipesShowCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "NAME", description = "The recipe.")
    private String name = "";

    @Override
    public Integer call() {
        RecipeStatus recipe = new Recipes(state.connect()).status(name);
        console.show(recipe, RecipeTable.of(recipe));
        return ExitCode.OK;
    }
}
