package io.millrace.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.recipe.RecipeReader;
import io.millrace.verifier.recipe.VerificationRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierConfigTest {

    @TempDir
    private Path directory;

    @Test
    void followsTheStandardRecipeByDefault() {
        assertThat(recipe(Map.of())).isEqualTo(RecipeReader.standard());
    }

    @Test
    void followsTheRecipeInAFile() throws IOException {
        Path file = directory.resolve("recipe.yaml");
        Files.writeString(file, "checks: [{check: exact-text}]");

        assertThat(recipe(Map.of("millrace.verifier.recipe", file)).checks())
                .extracting(VerificationRecipe.Entry::check)
                .containsExactly("exact-text");
    }

    @Test
    void namesTheFileAndThePlaceOfWhatDoesNotFit() throws IOException {
        Path file = directory.resolve("recipe.yaml");
        Files.writeString(file, "checks:\n  - check: exact-text\n    roles: decides\n");

        assertThatThrownBy(() -> recipe(Map.of("millrace.verifier.recipe", file)))
                .hasMessageContainingAll(file.toString(), "checks[0].roles is unknown");
    }

    @Test
    void takesFurtherRecipesByTheirNames() throws IOException {
        Path file = Files.writeString(directory.resolve("strict.yaml"), "checks: [{check: exact-text}]");

        try (var context = ApplicationContext.run(Map.of("millrace.verifier.recipes.strict.file", file.toString()))) {
            NamedRecipeConfig strict = context.getBean(NamedRecipeConfig.class);

            assertThat(strict.name()).isEqualTo("strict");
            assertThat(strict.verificationRecipe().checks())
                    .extracting(VerificationRecipe.Entry::check)
                    .containsExactly("exact-text");
        }
    }

    @Test
    void refusesToRunNoProgramAtAll() {
        assertThatThrownBy(() -> recipe(Map.of("millrace.verifier.code-slots", 0)))
                .hasMessageContaining("codeSlots");
    }

    @Test
    void takesTheRuntimesThatItIsGiven() {
        Map<String, Object> settings = Map.of("millrace.verifier.node", "/a/node", "millrace.verifier.java", "/a/jdk");
        try (var context = ApplicationContext.run(settings)) {
            SlotSettings slots = context.getBean(VerifierConfig.class).slotSettings();

            assertThat(slots.node()).isEqualTo(Path.of("/a/node"));
            assertThat(slots.java()).isEqualTo(Path.of("/a/jdk"));
            assertThat(slots.python()).isNull();
        }
    }

    private static VerificationRecipe recipe(Map<String, Object> settings) {
        try (var context = ApplicationContext.run(settings)) {
            return context.getBean(VerifierConfig.class).verificationRecipe();
        }
    }
}
