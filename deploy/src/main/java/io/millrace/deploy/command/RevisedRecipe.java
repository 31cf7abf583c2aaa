package io.millrace.deploy.command;

import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;

/** What commands that change a recipe say, for programs. */
record RevisedRecipe(String recipe, int revision, boolean paused, long target, int inFlight) {

    static RevisedRecipe of(Recipe recipe) {
        return new RevisedRecipe(
                recipe.getName(),
                recipe.getRevision(),
                recipe.getPaused(),
                recipe.getCells().stream().mapToLong(RecipeCell::getTarget).sum(),
                recipe.getMaxInFlight());
    }
}
