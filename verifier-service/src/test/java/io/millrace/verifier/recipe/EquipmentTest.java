package io.millrace.verifier.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.factuality.JdbcReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void readsFactsFromATopicAsLargeAsTheRecipeSays() throws UnfitRecipeException {
        assertThat(megabytes("{topic: facts}")).containsExactly(64);
        assertThat(megabytes("{topic: facts, maxMegabytes: 7}")).containsExactly(7);
        assertThat(megabytes("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{topic: verified}",
                "{topic: facts, url: 'jdbc:sqlite::memory:'}",
                "{topic: facts, maxMegabytes: 0}",
                "{maxMegabytes: 7}"
            })
    void refusesATableThatIsNone(String settings) {
        assertThatThrownBy(() -> megabytes(settings)).isInstanceOf(UnfitRecipeException.class);
    }

    @Test
    void refusesATopicWithoutABroker() {
        VerificationRecipe recipe = facts("{topic: facts}");

        assertThatThrownBy(() -> checks.steps(recipe)).hasMessageContaining("no broker");
    }

    /** How much each topic that is opened may hold. */
    private static List<Integer> megabytes(String settings) throws UnfitRecipeException {
        List<Integer> opened = new ArrayList<>();
        var equipment = new Equipment(slots, slots, megabytes -> {
            opened.add(megabytes);
            return JdbcReference.embedded();
        });
        equipment.checks().steps(facts(settings));
        return opened;
    }

    private static VerificationRecipe facts(String settings) {
        try {
            return RecipeReader.read("checks: [{check: reference-facts, settings: %s}]".formatted(settings));
        } catch (UnfitRecipeException e) {
            throw new AssertionError(e);
        }
    }

    private static String configHash(String share) throws UnfitRecipeException {
        String recipe = "checks: [{check: python-tests, settings: {noticedFaults: %s}}]".formatted(share);
        return checks.steps(RecipeReader.read(recipe)).getFirst().check().configHash();
    }
}
