package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.CellProgress;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Spent;
import io.millrace.schemas.TrustedRecords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecipeStateTest {

    @BeforeAll
    static void trust() {
        TrustedRecords.allow();
    }

    @Test
    void sumsUpItsCellsByWhatTheGoalCounts() {
        List<CellProgress> cells = List.of(cell(100, 40, 10), cell(50, 50, 0));

        assertThat(RecipeState.of(recipe(RecipeGoal.ACCEPTED, cells)))
                .isEqualTo(new RecipeState("tutor", "RUNNING", null, "accepted", 150, 90, 0.9, 1_000, 7));
        assertThat(RecipeState.of(recipe(RecipeGoal.SEEDS, cells)).reached()).isEqualTo(200);
        assertThat(RecipeState.of(recipe(RecipeGoal.CANDIDATES, cells)).reached())
                .isEqualTo(400);
    }

    @Test
    void knowsNoShareBeforeTheFirstDecision() {
        assertThat(RecipeState.of(recipe(RecipeGoal.SEEDS, List.of(cell(10, 0, 0))))
                        .keptShare())
                .isNull();
    }

    private static CellProgress cell(long target, long kept, long rejected) {
        return CellProgress.newBuilder()
                .setName("*/*/*")
                .setPhase(RecipePhase.RUNNING)
                .setTarget(target)
                .setSeeds(100)
                .setCandidates(200)
                .setKept(kept)
                .setRejected(rejected)
                .build();
    }

    private static RecipeProgress recipe(RecipeGoal goal, List<CellProgress> cells) {
        return RecipeProgress.newBuilder()
                .setName("tutor")
                .setRevision(1)
                .setPhase(RecipePhase.RUNNING)
                .setGoal(goal)
                .setCells(cells)
                .setSpent(new Spent(1_000L, 7L))
                .setStartedAt(Instant.EPOCH)
                .setChangedAt(Instant.EPOCH)
                .build();
    }
}
