package io.millrace.evaluator.result;

import static io.millrace.evaluator.result.Reports.accuracy;
import static io.millrace.evaluator.result.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.Feedback;
import io.millrace.schemas.Increase;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.TrustedRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalsTest {

    static {
        TrustedRecords.allow();
    }

    /** A cell of one domain, one of two levels of another, and one in which everything is mixed. */
    private static final Recipe RECIPE = recipe(
            new Feedback(true, 0.8, 2, 101L),
            new RecipeCell("graphs/*/*", 10L, List.of(supply("maps", "graphs", "1", 1))),
            new RecipeCell(
                    "equations/*/*",
                    10L,
                    List.of(supply("drills/1", "equations", "1", 1), supply("drills/2", "equations", "2", 1))),
            new RecipeCell(
                    "*/*/de", 10L, List.of(supply("mixed", "equations", "2", 1), supply("old", "graphs", "1", 0))));

    @Test
    void theWeakestSkillsAreMadeMoreOfWhereTheRecipeMakesThem() {
        TrainingResult result = report("run-1", 1, accuracy("graphs", 0.6, 400), accuracy("equations/2", 0.2, 400));

        List<Proposal> proposals = Proposals.of(result, RECIPE);

        assertThat(proposals).extracting(Proposal::getSkill).containsExactly("equations/2", "graphs");
        assertThat(proposals.get(0).getIncreases())
                .containsExactly(
                        new Increase("equations/*/*", List.of("drills/2"), 26L),
                        new Increase("*/*/de", List.of("mixed"), 25L));
        assertThat(proposals.get(1).getIncreases()).containsExactly(new Increase("graphs/*/*", List.of("maps"), 50L));
        assertThat(proposals.get(0).getValue()).isEqualTo(0.2);
        assertThat(proposals.get(0).getApprovedBy()).isNull();
    }

    @Test
    void theSameReportGivesTheSameProposals() {
        TrainingResult result = report("run-1", 1, accuracy("graphs", 0.6, 400));
        String id = Proposals.of(result, RECIPE).getFirst().getId();

        assertThat(Proposals.of(result, RECIPE).getFirst().getId()).isEqualTo(id);
        assertThat(Proposals.of(report("run-2", 1, accuracy("graphs", 0.6, 400)), RECIPE)
                        .getFirst()
                        .getId())
                .isNotEqualTo(id);
    }

    @Test
    void fewItemsDecideNothing() {
        assertThat(Proposals.of(report("run-1", 1, accuracy("graphs", 0.5, 6)), RECIPE))
                .isEmpty();
        assertThat(Proposals.of(report("run-1", 1, accuracy("graphs", 0.5, 600)), RECIPE))
                .hasSize(1);
    }

    @Test
    void whatIsNoShareDecidesNothing() {
        SkillMetric loss = SkillMetric.newBuilder(accuracy("graphs", 0.1, 600))
                .setShare(false)
                .build();

        assertThat(Proposals.of(report("run-1", 1, loss), RECIPE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sudoku", "equations/3", "graphs/1/de/x", "*", "/", "equations/*/fr", "old"})
    void whatTheRecipeDoesNotMakeIsNotProposedToIt(String skill) {
        assertThat(Proposals.of(report("run-1", 1, accuracy(skill, 0.1, 600)), RECIPE))
                .isEmpty();
    }

    @Test
    void aFamilyIsASkillUnderAnyDomain() {
        Supply drills = Supply.newBuilder(supply("drills", "algebra", "1", 1))
                .setFamily(new FamilyItems("equations", 1, 0L, 1))
                .build();
        Recipe recipe = recipe(null, new RecipeCell("algebra/*/*", 10L, List.of(drills)));

        assertThat(Proposals.of(report("run-1", 1, accuracy("equations/1", 0.1, 600)), recipe))
                .hasSize(1);
    }

    @Test
    void oneReportHasNoMoreMadeThanTheRecipeSays() {
        SkillMetric[] many = IntStream.range(0, 50)
                .mapToObj(number ->
                        accuracy(number % 2 == 0 ? "graphs/" + (number + 1) : "equations/" + number, 0.1, 500))
                .toArray(SkillMetric[]::new);

        long sum = Proposals.of(report("run-1", 1, many), RECIPE).stream()
                .flatMap(proposal -> proposal.getIncreases().stream())
                .mapToLong(Increase::getAmount)
                .sum();

        assertThat(sum).isPositive().isLessThanOrEqualTo(101);
    }

    @Test
    void anotherDatasetsReportIsAnotherRecipes() {
        TrainingResult other = TrainingResult.newBuilder(report("run-1", 1, accuracy("graphs", 0.1, 600)))
                .setDataset("other")
                .build();

        assertThat(Proposals.of(other, RECIPE)).isEmpty();
    }

    private static Recipe recipe(@Nullable Feedback feedback, RecipeCell... cells) {
        return Recipe.newBuilder()
                .setName("tutor")
                .setRevision(1)
                .setPaused(false)
                .setSubmission("s")
                .setDataset("sums")
                .setGoal(RecipeGoal.ACCEPTED)
                .setCells(List.of(cells))
                .setMaxInFlight(10)
                .setHash("0")
                .setChangedAt(Instant.EPOCH)
                .setFeedback(feedback)
                .build();
    }

    private static Supply supply(String name, String domain, String difficulty, double weight) {
        return Supply.newBuilder()
                .setName(name)
                .setWeight(weight)
                .setStrategy(new StrategyCall("rule", Map.of()))
                .setSamples(1)
                .setDomain(domain)
                .setDifficulty(difficulty)
                .setLanguage("en")
                .setSource(Source.newBuilder().setName("s").setReal(false).build())
                .build();
    }
}
