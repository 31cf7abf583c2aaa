package io.millrace.verifier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.recipe.RecipeReader;
import io.millrace.verifier.recipe.UnfitRecipeException;
import io.millrace.verifier.recipe.VerificationRecipe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings under {@code millrace.verifier}.
 *
 * @param recipe the file that says which checks run, instead of the built-in recipe
 * @param plantedOneIn candidates to each one that is planted to try the checks, on average; 0 for none
 * @param codeSlots programs of a language that run at once
 * @param python the interpreter that runs them, instead of the python3 on the search path
 * @param node the runtime of JavaScript, instead of the node on the search path
 * @param java the directory of the JDK for Java, instead of the one that the service runs on
 * @param remoteSandbox a service with the interface of Piston that runs the programs instead of the slots, which then run
 *     queries only; it judges data-driven tests and commands, and leaves other tests undecided
 * @param remotePython the version of Python there
 */
@ConfigurationProperties("millrace.verifier")
record VerifierConfig(
        @Nullable Path recipe,
        @Bindable(defaultValue = "500") @PositiveOrZero int plantedOneIn,
        @Bindable(defaultValue = "2") @Positive int codeSlots,
        @Nullable Path python,
        @Nullable Path node,
        @Nullable Path java,
        @Nullable URI remoteSandbox,
        @Bindable(defaultValue = "*") String remotePython) {

    VerificationRecipe verificationRecipe() {
        return read(recipe);
    }

    /** The recipe in a file, or the built-in one; what does not fit is a setting that does not. */
    static VerificationRecipe read(@Nullable Path file) {
        try {
            return RecipeReader.read(file);
        } catch (UnfitRecipeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    SlotSettings slotSettings() {
        return new SlotSettings(
                python, node, java, codeSlots, SlotSettings.of(codeSlots).layers());
    }
}
