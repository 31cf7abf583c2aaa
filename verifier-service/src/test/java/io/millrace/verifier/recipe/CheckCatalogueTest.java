package io.millrace.verifier.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Role;
import io.millrace.verifier.check.StubCheck;
import io.millrace.verifier.check.TaskKind;
import io.millrace.verifier.check.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckCatalogueTest {

    private static final StubCheck PLAIN = StubCheck.giving("plain", new Verdict.Pass(Evidence.of("")));

    private final CheckCatalogue catalogue = new CheckCatalogue()
            .add("plain", PLAIN)
            .add("tuned", Tuning.class, tuning -> new StubCheck("tuned to " + tuning.limit(), true, () -> null));

    record Tuning(int limit) {}

    @Test
    void setsUpChecksInTheOrderOfTheRecipe() throws UnfitRecipeException {
        List<CheckStep> steps = steps("""
                checks:
                  - check: tuned
                    settings: {limit: 3}
                  - check: plain
                """);

        assertThat(steps).extracting(step -> step.check().name()).containsExactly("tuned to 3", "plain");
    }

    @Test
    void takesTasksAndRoleFromTheRecipe() throws UnfitRecipeException {
        List<CheckStep> steps = steps("checks: [{check: plain, tasks: [chat, tool], role: screens}]");

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.tasks()).containsExactlyInAnyOrder(TaskKind.CHAT, TaskKind.TOOL);
            assertThat(step.role()).isEqualTo(Role.SCREENS);
        });
    }

    @Test
    void letsACheckDecideOnEveryKindOfTaskUnlessToldOtherwise() throws UnfitRecipeException {
        assertThat(steps("checks: [{check: plain}]")).containsExactly(CheckStep.deciding(PLAIN));
    }

    @Test
    void namesTheChecksThereAreWhereOneIsUnknown() {
        assertThatThrownBy(() -> steps("checks: [{check: plane}]"))
                .hasMessage("no check is called 'plane'; there are plain, tuned");
    }

    @Test
    void refusesARecipeWithoutChecks() {
        assertThatThrownBy(() -> steps("checks: []")).hasMessage("the recipe names no checks");
        assertThatThrownBy(() -> steps("{}")).hasMessage("the recipe names no checks");
        assertThatThrownBy(() -> steps("checks: [{role: screens}]")).hasMessageContaining("no check is called ''");
    }

    @Test
    void refusesSettingsThatACheckDoesNotHave() {
        assertThatThrownBy(() -> steps("checks: [{check: plain, settings: {limit: 3}}]"))
                .hasMessage("plain has no settings");
        assertThatThrownBy(() -> steps("checks: [{check: tuned, settings: {limits: 3}}]"))
                .hasMessage("settings of tuned: limits is unknown; there are limit");
    }

    @Test
    void saysWhereARecipeDoesNotFit() {
        assertThatThrownBy(() -> steps("checks: [{check: plain, tasks: [cooking]}]"))
                .isInstanceOf(UnfitRecipeException.class)
                .hasMessage("checks[0].tasks[0] cannot be 'cooking'");
        assertThatThrownBy(() -> steps("checks: [{check: plain, rule: x}]"))
                .hasMessage("checks[0].rule is unknown; there are check, role, settings, tasks");
        assertThatThrownBy(() -> steps("checks: [[]]")).hasMessage("checks[0] does not fit");
        assertThatThrownBy(() -> steps("checks:\n  - }\n")).hasMessage("not YAML at line 2");
    }

    private List<CheckStep> steps(String yaml) throws UnfitRecipeException {
        return catalogue.steps(RecipeReader.read(yaml));
    }
}
