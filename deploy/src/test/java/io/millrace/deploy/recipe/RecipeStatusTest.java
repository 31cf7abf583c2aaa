package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Spent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeStatusTest {

    @Test
    void waitsUntilTheGeneratorHasSeenIt() {
        RecipeStatus status = RecipeStatus.of(recipe(RecipeGoal.ACCEPTED), null);

        assertThat(status.phase()).isEqualTo("WAITING");
        assertThat(status.followed()).isZero();
        assertThat(status.acceptShare()).isNull();
        assertThat(status.cells()).extracting(CellStatus::phase).containsExactly("WAITING", "WAITING");
    }

    @Test
    void countsWhatItsGoalCounts() {
        assertThat(RecipeStatus.of(recipe(RecipeGoal.ACCEPTED), progress()).reached())
                .isEqualTo(3);
        assertThat(RecipeStatus.of(recipe(RecipeGoal.SEEDS), progress()).reached())
                .isEqualTo(9);
        assertThat(RecipeStatus.of(recipe(RecipeGoal.CANDIDATES), progress()).reached())
                .isEqualTo(18);
    }

    @Test
    void theAcceptShareIsThatOfWhatWasDecidedOn() {
        RecipeStatus status = RecipeStatus.of(recipe(RecipeGoal.ACCEPTED), progress());

        assertThat(status.acceptShare()).isEqualTo(3.0 / 12);
        assertThat(status.target()).isEqualTo(30);
        assertThat(status.tokens()).isEqualTo(70);
        assertThat(status.cells().getFirst().taken()).isEqualTo(Map.of("drills/1", 9L));
    }

    @Test
    void aCellThatTheRecipeNoLongerHasDoesNotCount() {
        RecipeProgress former = RecipeProgress.newBuilder(progress())
                .setCells(List.of(CellProgress.newBuilder(progress().getCells().getFirst())
                        .setName("former")
                        .build()))
                .build();

        assertThat(RecipeStatus.of(recipe(RecipeGoal.ACCEPTED), former).reached())
                .isZero();
    }

    private static Recipe recipe(RecipeGoal goal) {
        return Recipe.newBuilder()
                .setName("r")
                .setRevision(2)
                .setPaused(false)
                .setSubmission("s")
                .setDataset("d")
                .setGoal(goal)
                .setCells(List.of(new RecipeCell("a", 20L, List.of()), new RecipeCell("b", 10L, List.of())))
                .setMaxInFlight(10)
                .setHash("h")
                .setChangedAt(Instant.EPOCH)
                .build();
    }

    private static RecipeProgress progress() {
        return RecipeProgress.newBuilder()
                .setName("r")
                .setRevision(1)
                .setPhase(RecipePhase.RUNNING)
                .setCells(List.of(CellProgress.newBuilder()
                        .setName("a")
                        .setPhase(RecipePhase.RUNNING)
                        .setTaken(Map.of("drills/1", 9L))
                        .setSeeds(9)
                        .setCandidates(18)
                        .setKept(3)
                        .setDropped(2)
                        .setRejected(4)
                        .setUndecided(3)
                        .setDeadLettered(1)
                        .build()))
                .setSpent(new Spent(70L, 0L))
                .setStartedAt(Instant.EPOCH)
                .setChangedAt(Instant.EPOCH)
                .build();
    }
}
