package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    private static final Path SAMPLE = Path.of("recipes/sample.yaml");
    private static final Submission SUBMISSION = new Submission("demo-1", "demo-1", Instant.EPOCH);

    @TempDir
    private Path directory;

    @Test
    void givesExactlyAsManySeedsOfTheSampleAsAskedFor() {
        Batch sample = fit(SAMPLE);

        for (int seeds : new int[] {1, 7, 2_000, 5_003}) {
            assertThat(sample.scaledTo(seeds).seeds().map(Seed::getId).distinct())
                    .hasSize(seeds);
        }
    }

    @Test
    void mixesByTheWeights() {
        Map<String, Long> strategies = fit(SAMPLE)
                .scaledTo(400)
                .seeds()
                .collect(Collectors.groupingBy(seed -> seed.getStrategy().getName(), Collectors.counting()));

        assertThat(strategies).isEqualTo(Map.of("rule", 270L, "distillation", 130L));
    }

    @Test
    void namesItsSeedsAfterTheSubmission() {
        assertThat(fit(SAMPLE).scaledTo(20).seeds()).allSatisfy(seed -> {
            assertThat(seed.getId()).startsWith("demo-1/");
            assertThat(seed.getSubmission()).isEqualTo("demo-1");
            assertThat(seed.getDataset()).isEqualTo("demo-1");
        });
    }

    @Test
    void shiftedItHasOtherItemsAndNoFewer() {
        Batch sample = fit(SAMPLE).scaledTo(100);
        Set<Map<String, String>> before = items(sample);

        Set<Map<String, String>> after = items(sample.shifted(1_000_003));

        assertThat(after).hasSize(100);
        var common = new HashSet<>(after);
        common.retainAll(before);
        assertThat(common).hasSizeLessThan(10);
    }

    @Test
    void givesAllThereIsWhereThatIsLess() throws IOException {
        Batch batch =
                fit(written("""
                recipe: few
                target: {seeds: 10}
                sources: {last: {family: equations, levels: [1], first: %d}}
                strategies: [{strategy: rule, source: last}]
                """.formatted(Written.FAMILIES.named("equations").capacity(1, Split.UNASSIGNED) - 3)));

        assertThat(batch.seeds()).hasSize(3);
        assertThat(batch.shifted(17).seeds()).hasSize(3);
    }

    @Test
    void refusesWhatFollowsVerdictsOrDrawsOnFiles() throws IOException {
        Files.writeString(directory.resolve("rows.jsonl"), "");
        Path recipe = written("""
                recipe: rows
                target: {accepted: 10}
                sources: {rows: {file: rows.jsonl}}
                strategies: [{strategy: distillation, source: rows}]
                """);

        assertThat(problems(answer(recipe)))
                .contains(
                        "what is made at once needs the target seeds",
                        "what is made at once draws on rule families only");
    }

    private Path written(String recipe) throws IOException {
        return Files.writeString(directory.resolve("recipe.yaml"), recipe);
    }

    private static Set<Map<String, String>> items(Batch batch) {
        return batch.seeds().map(seed -> seed.getStrategy().getParameters()).collect(Collectors.toSet());
    }

    private static List<String> problems(Answer<Batch> answer) {
        return switch (answer) {
            case Answer.Fit<Batch> fit -> List.of();
            case Answer.Refused<Batch> refused ->
                refused.problems().stream().map(BadLine::reason).toList();
        };
    }

    private static Batch fit(Path recipe) {
        return switch (answer(recipe)) {
            case Answer.Fit<Batch> fit -> fit.value();
            case Answer.Refused<Batch> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static Answer<Batch> answer(Path recipe) {
        var intake = new RecipeIntake(
                () -> {
                    throw new AssertionError("no factory is needed");
                },
                dataset -> SUBMISSION);
        return intake.batch(recipe, YamlFile.root(recipe));
    }
}
