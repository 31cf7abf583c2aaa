package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.deploy.console.OperatorException;
import io.millrace.schemas.Budget;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.Supply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {

    private static final Instant LATER = Instant.EPOCH.plusSeconds(5);

    @TempDir
    private Path directory;

    @Test
    void countsUpAndLeavesTheRestAsItWas() {
        Recipe recipe = recipe();

        Recipe paused = Revision.of(recipe).paused(true).at(LATER);

        assertThat(paused)
                .isEqualTo(Recipe.newBuilder(recipe)
                        .setRevision(2)
                        .setPaused(true)
                        .setChangedAt(LATER)
                        .build());
        assertThat(Revision.of(paused).paused(false).at(LATER).getPaused()).isFalse();
    }

    @Test
    void sharesANewTargetOutInTheOldProportions() {
        Recipe changed = Revision.of(recipe()).target(1_000_001).at(LATER);

        assertThat(changed.getCells().stream().map(RecipeCell::getTarget)).containsExactly(670_001L, 330_000L);
    }

    @Test
    void weighsAllSuppliesUnderAName() {
        Recipe changed = Revision.of(recipe()).weight("drills", 8).at(LATER);

        assertThat(weights(changed.getCells().getFirst()))
                .isEqualTo(Map.of("drills/1/large", 6.0, "drills/1/small", 2.0, "persona", 1.0));
        assertThat(weights(changed.getCells().getLast()).get("drills/2/large")).isCloseTo(6, within(1e-12));
    }

    @Test
    void weighsOneSupplyAndLeavesOthersOfTheSameSource() {
        Recipe changed = Revision.of(recipe()).weight("drills/1/large", 0).at(LATER);

        assertThat(weights(changed.getCells().getFirst()))
                .isEqualTo(Map.of("drills/1/large", 0.0, "drills/1/small", 1.0, "persona", 1.0));
        assertThat(changed.getCells().getLast()).isEqualTo(recipe().getCells().getLast());
    }

    @Test
    void whatHadNoWeightSharesANewOneEqually() {
        Recipe none = Revision.of(recipe()).weight("drills/1", 0).at(LATER);

        assertThat(weights(Revision.of(none)
                        .weight("drills", 4)
                        .at(LATER)
                        .getCells()
                        .getFirst()))
                .containsEntry("drills/1/large", 2.0)
                .containsEntry("drills/1/small", 2.0);
    }

    @Test
    void refusesUnknownSuppliesAndCellsThatNothingFeeds() {
        assertThatThrownBy(() -> Revision.of(recipe()).weight("drill", 1))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith(
                        "There is no supply 'drill'; there are drills/1/large, drills/1/small, persona");
        assertThatThrownBy(() -> Revision.of(recipe())
                        .weight("drills", 0)
                        .weight("persona", 0)
                        .at(LATER))
                .isInstanceOf(OperatorException.class)
                .hasMessage("No supply of the cell */1/* has a weight any more.");
    }

    @Test
    void changesOneLimitAndKeepsTheOther() {
        Recipe tokens = Revision.of(recipe()).budget(5L, null).at(LATER);
        Recipe both = Revision.of(tokens).budget(null, 7L).inFlight(3).at(LATER);

        assertThat(tokens.getBudget()).isEqualTo(new Budget(5L, null));
        assertThat(both.getBudget()).isEqualTo(new Budget(5L, 7L));
        assertThat(both.getMaxInFlight()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsOutOfItsRange() {
        Revision revision = Revision.of(recipe());

        assertThatThrownBy(() -> revision.target(0)).hasMessage("A target is from 1 to 1,000,000,000.");
        assertThatThrownBy(() -> revision.inFlight(1_000_001))
                .hasMessage("The number of candidates on the way is from 1 to 1,000,000.");
        assertThatThrownBy(() -> revision.budget(null, -1L)).hasMessageStartingWith("A limit of a budget is from 1 to");
        assertThatThrownBy(() -> revision.weight("drills", Double.NaN)).hasMessage("A weight is from 0 to 1,000,000.");
    }

    private static Map<String, Double> weights(RecipeCell cell) {
        return cell.getSupplies().stream().collect(Collectors.toMap(Supply::getName, Supply::getWeight));
    }

    private Recipe recipe() {
        Map<String, RecipeCell> cells = Written.cells(directory, Written.with("""
                mixture: {difficulty: {"1": 67, "2": 33}}
                sources: {drills: {family: equations, levels: [1, 2]}}
                strategies:
                - {strategy: distillation, source: drills, weight: 4, models: {large: 3, small: 1}}
                - {strategy: persona}
                """));
        return Recipe.newBuilder()
                .setName("r")
                .setRevision(1)
                .setPaused(false)
                .setSubmission("s")
                .setDataset("d")
                .setGoal(RecipeGoal.ACCEPTED)
                .setCells(List.copyOf(new TreeMap<>(cells).values()))
                .setMaxInFlight(10)
                .setHash("h")
                .setChangedAt(Instant.EPOCH)
                .build();
    }
}
