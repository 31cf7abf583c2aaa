package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.verifier.recipe.RecipeReader;
import io.millrace.verifier.recipe.UnfitRecipeException;
import io.millrace.verifier.recipe.VerificationRecipe;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the verification recipe that a command is given. */
final class VerificationRecipes {

    private VerificationRecipes() {}

    /** The recipe in a file; the built-in one where none is given. */
    static VerificationRecipe read(@Nullable Path file) {
        try {
            return RecipeReader.read(file);
        } catch (UnfitRecipeException e) {
            throw new OperatorException("%s.".formatted(e.getMessage()), e);
        }
    }
}
