package io.millrace.verifier.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EquipmentTest {

    private static SlotPool slots;
    private static CheckCatalogue checks;

    @BeforeAll
    static void start() throws IOException {
        slots = new SlotPool(SlotSettings.of(1));
        checks = new Equipment(slots, slots).checks();
    }

    @AfterAll
    static void stop() {
        slots.close();
    }

    @Test
    void judgesQueriesAndProgramsByTheStandardRecipe() throws UnfitRecipeException {
        assertThat(checks.steps(RecipeReader.standard()))
                .extracting(step -> step.check().name())
                .contains("sql-result", "python-tests");
    }

    @Test
    void anotherShareOfNoticedFaultsIsAnotherCheck() throws UnfitRecipeException {
        assertThat(configHash("0.9")).isNotEqualTo(configHash("0.5"));
    }

    @Test
    void refusesAShareOfNoticedFaultsThatIsNone() {
        assertThatThrownBy(() -> configHash("1.5")).isInstanceOf(UnfitRecipeException.class);
    }

    private static String configHash(String share) throws UnfitRecipeException {
        String recipe = "checks: [{check: python-tests, settings: {noticedFaults: %s}}]".formatted(share);
        return checks.steps(RecipeReader.read(recipe)).getFirst().check().configHash();
    }
}
