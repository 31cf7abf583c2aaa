package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.dropped;
import static io.millrace.evaluator.dataset.EvaluatedRecords.in;
import static io.millrace.evaluator.dataset.EvaluatedRecords.judged;
import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static io.millrace.evaluator.dataset.EvaluatedRecords.with;
import static io.millrace.evaluator.dataset.EvaluatedRecords.withCandidate;
import static io.millrace.evaluator.dataset.EvaluatedRecords.withSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Decision;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Planted;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    private Path root;

    @Test
    void countsKeptRecordsByWhatTheyHaveInCommon() throws IOException {
        Evaluated hard = withSeed(
                kept("s-2", "2"),
                seed -> seed.setDifficulty("3").setLanguage("de").setProtectedCase(true));

        Manifest.Counts counts = write(kept("s-1", "2"), in(Split.TEST, hard), dropped(kept("s-3", "2")))
                .counts();

        assertThat(counts.split()).containsOnly(Map.entry("train", 1L), Map.entry("test", 1L));
        assertThat(counts.difficulty()).containsOnly(Map.entry("unknown", 1L), Map.entry("3", 1L));
        assertThat(counts.language()).containsOnly(Map.entry("en", 1L), Map.entry("de", 1L));
        assertThat(counts.task()).containsOnly(Map.entry("math", 2L));
        assertThat(counts.model()).containsOnly(Map.entry("apprentice/1", 2L));
        assertThat(counts.source()).containsOnly(Map.entry("synthetic", 2L));
        assertThat(counts.generationDepth()).containsOnly(Map.entry(1, 2L));
        assertThat(counts.protectedCases()).isEqualTo(1);
    }

    @Test
    void tellsWhatBecameOfEverythingInTheSameRanges() throws IOException {
        Evaluated planted = with(
                judged("s-5", 0, VerdictKind.REJECTED, CheckOutcome.FAIL, "?", "!"),
                verified -> verified.setPlanted(new Planted("math-answer", "a probe", false)));
        Evaluated other = withSeed(kept("s-6", "2"), seed -> seed.setDataset("another"));

        Decisions decisions = write(
                        kept("s-1", "2"),
                        dropped(kept("s-2", "2")),
                        judged("s-3", 0, VerdictKind.REJECTED, CheckOutcome.FAIL, "?", "!"),
                        judged("s-4", 0, VerdictKind.REJECTED, CheckOutcome.FAIL, "?", "?"),
                        planted,
                        other)
                .decisions();

        assertThat(decisions.decided()).isEqualTo(4);
        assertThat(decisions.kept()).isEqualTo(1);
        assertThat(decisions.planted()).isEqualTo(1);
        assertThat(decisions.reasons())
                .containsExactly(
                        new Decisions.Reason("DROP", "WRONG_ANSWER", 2, 0.5),
                        new Decisions.Reason("DROP", "DUPLICATE", 1, 0.25),
                        new Decisions.Reason("KEEP", "KEPT", 1, 0.25));
        assertThat(decisions.checks()).singleElement().satisfies(check -> {
            assertThat(check.name() + "/" + check.version() + " " + check.configHash())
                    .isEqualTo("math-answer/1 c0");
            assertThat(check.outcomes()).containsOnly(Map.entry("PASS", 2L), Map.entry("FAIL", 2L));
        });
    }

    @Test
    void countsNoReviewWhereNobodyLooked() throws IOException {
        Evaluated approved = Evaluated.newBuilder(kept("s-2", "2"))
                .setReviewOutcome("APPROVED")
                .build();

        assertThat(write(kept("s-1", "2")).decisions().reviews())
                .isEqualTo(new Decisions.Reviews(0, new TreeMap<>(), null, 0, 0, null));
        assertThat(write(2, kept("s-1", "2"), approved).decisions().reviews())
                .isEqualTo(new Decisions.Reviews(1, new TreeMap<>(Map.of("APPROVED", 1L)), null, 0, 0, null));
    }

    @Test
    void tellsHowFarPeopleAgreeAndWhatTheySayOfTheSample() throws IOException {
        Evaluated accepted = reviewed("s-1", ReviewOutcome.ACCEPT, ReviewOutcome.ACCEPT);
        Evaluated rejected = reviewed("s-2", ReviewOutcome.REJECT, ReviewOutcome.REJECT);

        Decisions decisions = write(1, accepted, kept("s-3", "2"), rejected).decisions();

        assertThat(decisions.decided()).as("those were decided on before").isEqualTo(1);
        assertThat(decisions.reviews())
                .isEqualTo(new Decisions.Reviews(
                        2,
                        new TreeMap<>(Map.of("ACCEPT", 1L, "REJECT", 1L)),
                        new Decisions.Agreement(2, 1, 1, 0),
                        2,
                        1,
                        0.9747));
    }

    private static Evaluated reviewed(String seedId, ReviewOutcome... outcomes) {
        List<Review> reviews = new ArrayList<>();
        for (ReviewOutcome outcome : outcomes) {
            reviews.add(Review.newBuilder()
                    .setRecord("c-1")
                    .setReviewer("r" + reviews.size())
                    .setOutcome(outcome)
                    .setReviewedAt(Instant.EPOCH)
                    .build());
        }
        return Evaluated.newBuilder(kept(seedId, "2"))
                .setDecision(Decision.DROP)
                .setReason("REPEATED")
                .setReviewOutcome(outcomes[0].name())
                .setReviews(reviews)
                .build();
    }

    @Test
    void namesWhatTheRecordsWereMadeWith() throws IOException {
        var call = EarlierCall.newBuilder()
                .setStep("problem")
                .setModel(new ModelRef("large", "large-1", "embedded"))
                .setPrompt(new PromptRef("invent", "2", "ab12", Map.of("topic", "gears")))
                .setSampling(new Sampling(null, null, null, null))
                .build();
        Evaluated invented = withSeed(
                withCandidate(kept("s-1", "2"), candidate -> candidate.setEarlierCalls(List.of(call, call))),
                seed -> seed.setRecipe(new RecipePlace("tutor", "*", "drills", "cd34"))
                        .setSource(Source.newBuilder()
                                .setName("school")
                                .setRevision("7")
                                .setLicence("MIT")
                                .setReal(true)
                                .build()));

        Ingredients ingredients = write(invented, kept("s-2", "2")).ingredients();

        assertThat(ingredients.strategies()).containsExactly(new Ingredients.Strategy("distillation", "1", 2));
        assertThat(ingredients.models())
                .containsExactly(
                        new Ingredients.Model("apprentice", "apprentice/1", 2),
                        new Ingredients.Model("large", "large-1", 1));
        assertThat(ingredients.prompts()).containsExactly(new Ingredients.Prompt("invent", "2", "ab12", 1));
        assertThat(ingredients.sources())
                .containsExactlyInAnyOrder(
                        new Ingredients.Source("school", null, "7", "MIT", true, 1),
                        new Ingredients.Source("test", null, null, null, false, 1));
        assertThat(ingredients.recipes())
                .containsExactlyInAnyOrder(
                        new Ingredients.Recipe("tutor", "test", "cd34", 1),
                        new Ingredients.Recipe(null, "test", null, 1));
    }

    @Test
    void tellsWhatChangedSinceTheVersionBefore() throws IOException {
        Manifest first = write(1, kept("s-1", "2"), kept("s-2", "2"));
        Evaluated another =
                withCandidate(kept("s-3", "2"), candidate -> candidate.setStrategy(new StrategyRef("rule", "4")));

        Manifest second = write(2, another);

        assertThat(first.changes()).isNull();
        assertThat(second.changes()).isNotNull().satisfies(changes -> {
            assertThat(changes.since()).isEqualTo(1);
            assertThat(changes.sha256())
                    .isEqualTo(DataFile.of(root.resolve("sums/v00001/manifest.json"), "", 0)
                            .sha256());
            assertThat(changes.recordsBefore()).isEqualTo(2);
            assertThat(changes.strategy())
                    .containsOnly(
                            Map.entry("rule", new Changes.Difference(1, 0)),
                            Map.entry("distillation", new Changes.Difference(0, 2)));
            assertThat(changes.appeared()).containsExactly(new Ingredient("strategy", "rule/4"));
            assertThat(changes.gone()).containsExactly(new Ingredient("strategy", "distillation/1"));
        });
    }

    @Test
    void isTheSameAgainThoughTheVersionBeforeCameLater() throws IOException {
        Manifest late = write(2, kept("s-1", "2"));
        write(1, kept("s-2", "2"));

        assertThat(write(2, kept("s-1", "2"))).isEqualTo(late);
    }

    @Test
    void staysReadableWhateverItsTextsAre() throws IOException {
        Evaluated[] records = IntStream.range(0, Counter.MAX_APART + 5)
                .mapToObj(i -> withSeed(kept("s-" + i, "2"), seed -> seed.setDomain(i + "ä🧮".repeat(5_000))))
                .toArray(Evaluated[]::new);

        Manifest manifest = write(records);

        assertThat(manifest.counts().domain()).hasSize(Counter.MAX_APART + 1).containsEntry(Counter.OTHERS, 5L);
        assertThat(Files.size(root.resolve("sums/v00001/manifest.json"))).isLessThan(1 << 20);
    }

    private Manifest write(Evaluated... records) throws IOException {
        return write(1, records);
    }

    private Manifest write(int version, Evaluated... records) throws IOException {
        var stored = StoredRecords.of(records);
        return new DatasetWriter(root, stored, StoredRecords.NO_WITHDRAWALS, () -> 7).write(stored.cut(version));
    }
}
