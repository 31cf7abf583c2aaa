package io.millrace.generator.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.schemas.Feedback;
import io.millrace.schemas.Increase;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import io.millrace.schemas.TrustedRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrowthTest {

    static {
        TrustedRecords.allow();
    }

    private static final Feedback SUBMITS = new Feedback(true, 0.8, 3, 50L);

    @Test
    void theWeakSuppliesMakeMoreAndTheOthersWhatTheyWouldHaveMade() {
        RecipeCell cell = grown(SUBMITS, proposal("a", "run-1", 20, null));

        assertThat(cell.getTarget()).isEqualTo(120);
        assertThat(part(cell, 0)).isCloseTo(75, within(1e-9));
        assertThat(part(cell, 1)).isCloseTo(45, within(1e-9));
    }

    @Test
    void severalReportsAddUpAndOneCountsOnce() {
        Proposal first = proposal("a", "run-1", 20, null);

        RecipeCell cell = grown(SUBMITS, first, proposal("b", "run-2", 30, null));

        assertThat(cell.getTarget()).isEqualTo(150);
        assertThat(part(cell, 0)).isCloseTo(75, within(1e-9));
        assertThat(Growth.of(recipe(SUBMITS), List.of(first))).isEqualTo(Growth.of(recipe(SUBMITS), List.of(first)));
    }

    @Test
    void oneReportIsBounded() {
        RecipeCell cell = grown(SUBMITS, proposal("a", "run-1", 30, null), proposal("b", "run-1", 30, null));

        assertThat(cell.getTarget()).isEqualTo(130);
    }

    @Test
    void nothingGrowsThatTheRecipeDoesNotLetAndNobodyApproved() {
        Feedback waits = new Feedback(false, 0.8, 3, 50L);

        assertThat(grown(null, proposal("a", "run-1", 20, null)).getTarget()).isEqualTo(100);
        assertThat(grown(waits, proposal("a", "run-1", 20, null)).getTarget()).isEqualTo(100);
        assertThat(grown(null, proposal("a", "run-1", 20, "ann")).getTarget()).isEqualTo(120);
    }

    @Test
    void whatDoesNotFitTheRecipeIsLeft() {
        Proposal fits = proposal("a", "run-1", 20, "ann");
        for (Increase bad : List.of(
                new Increase("other", List.of("drills"), 20L),
                new Increase("*/*/*", List.of("other"), 20L),
                new Increase("*/*/*", List.of("drills"), -20L),
                new Increase("*/*/*", List.of("drills"), Long.MAX_VALUE))) {
            Proposal proposal =
                    Proposal.newBuilder(fits).setIncreases(List.of(bad)).build();

            assertThat(grown(SUBMITS, proposal).getTarget()).as(bad.toString()).isEqualTo(100);
        }
    }

    /** What a supply makes of the target. */
    private static double part(RecipeCell cell, int supply) {
        double all = cell.getSupplies().stream().mapToDouble(Supply::getWeight).sum();
        return cell.getTarget() * cell.getSupplies().get(supply).getWeight() / all;
    }

    private static RecipeCell grown(@Nullable Feedback feedback, Proposal... proposals) {
        return Growth.of(recipe(feedback), List.of(proposals)).getCells().getFirst();
    }

    private static Proposal proposal(String id, String result, long amount, @Nullable String approvedBy) {
        return Proposal.newBuilder()
                .setId(id)
                .setResult(result)
                .setDataset("sums")
                .setRecipe("tutor")
                .setSkill("equations")
                .setMetric("accuracy")
                .setValue(0.1)
                .setItems(100)
                .setIncreases(List.of(new Increase("*/*/*", List.of("drills"), amount)))
                .setProposedAt(Instant.EPOCH)
                .setApprovedBy(approvedBy)
                .build();
    }

    /** One cell, of which three quarters are terms and one quarter drills. */
    private static Recipe recipe(@Nullable Feedback feedback) {
        return Recipe.newBuilder()
                .setName("tutor")
                .setRevision(1)
                .setPaused(false)
                .setSubmission("s")
                .setDataset("sums")
                .setGoal(RecipeGoal.ACCEPTED)
                .setCells(List.of(new RecipeCell("*/*/*", 100L, List.of(supply("terms", 3), supply("drills", 1)))))
                .setMaxInFlight(10)
                .setHash("0")
                .setChangedAt(Instant.EPOCH)
                .setFeedback(feedback)
                .build();
    }

    private static Supply supply(String name, double weight) {
        return Supply.newBuilder()
                .setName(name)
                .setWeight(weight)
                .setStrategy(new StrategyCall("rule", Map.of()))
                .setSamples(1)
                .setDomain(name)
                .setLanguage("en")
                .setSource(Source.newBuilder().setName("s").setReal(false).build())
                .build();
    }
}
