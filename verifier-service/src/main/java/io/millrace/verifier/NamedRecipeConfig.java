package io.millrace.verifier;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.millrace.verifier.recipe.VerificationRecipe;
import java.nio.file.Path;

/**
 * A further verification recipe, under {@code millrace.verifier.recipes} and the name that seeds call it by.
 *
 * @param file says which checks run
 */
@EachProperty("millrace.verifier.recipes")
record NamedRecipeConfig(@Parameter String name, Path file) {

    VerificationRecipe verificationRecipe() {
        return VerifierConfig.read(file);
    }
}
