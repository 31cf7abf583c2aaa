package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import io.millrace.schemas.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {

    private static final Submission SUBMISSION = new Submission("run-1", "demo", Instant.EPOCH);
    private static final Path SAMPLE = Path.of("recipes/sample.yaml");

    @TempDir
    private Path directory;

    @Test
    void everyPartOfTheSampleFits() {
        assertThat(new RecipeFile().read(SAMPLE).bad()).isEmpty();
    }

    @Test
    void givesExactlyAsManySeedsAsAskedFor() {
        Recipe sample = new Recipe(new RecipeFile().read(SAMPLE).good());

        for (int seeds : new int[] {1, 7, 2_000, 5_003}) {
            assertThat(sample.scaledTo(seeds).seeds(SUBMISSION).map(Seed::getId).distinct())
                    .hasSize(seeds);
        }
    }

    @Test
    void namesTheItemThatASeedStandsFor() throws IOException {
        Recipe recipe = new Recipe(
                read("- {family: countdown, level: 2, first: 5, count: 1}").good());

        Seed seed = recipe.seeds(SUBMISSION).findFirst().orElseThrow();

        assertThat(seed.getStrategy().getName()).isEqualTo("rule");
        assertThat(seed.getStrategy().getParameters())
                .isEqualTo(Map.of("family", "countdown", "level", "2", "index", "5"));
        assertThat(seed.getDomain()).isEqualTo("countdown");
    }

    @Test
    void theSameItemIsTheSameSeedInOneDatasetAndAnotherInTheNext() throws IOException {
        Recipe recipe = new Recipe(
                read("- {family: countdown, level: 2, first: 5, count: 1}").good());
        Instant later = SUBMISSION.at().plusSeconds(1);

        Seed seed = recipe.seeds(SUBMISSION).findFirst().orElseThrow();
        Seed again = recipe.seeds(new Submission("again", SUBMISSION.dataset(), later))
                .findFirst()
                .orElseThrow();
        Seed elsewhere = recipe.seeds(new Submission(SUBMISSION.id(), "elsewhere", SUBMISSION.at()))
                .findFirst()
                .orElseThrow();

        assertThat(again.getId()).isEqualTo(seed.getId());
        assertThat(elsewhere.getId()).isNotEqualTo(seed.getId());
        assertThat(elsewhere.getProvenance().getContentHash())
                .isEqualTo(seed.getProvenance().getContentHash());
    }

    @Test
    void takesTheGoodPartsAndNamesTheLinesOfTheBadOnes() throws IOException {
        Intake<Recipe.Part> parts = read("""
                - {family: arithmetic, level: 1, count: 3}
                - {family: juggling, level: 1, count: 3}
                - family: arithmetic
                  level: 99
                - {family: arithmetic, level: 1, count: many}
                - {family: arithmetic, level: 1, strategy: guess}
                - {famly: arithmetic}
                """);

        assertThat(parts.good()).hasSize(1);
        assertThat(parts.bad()).extracting(BadLine::line).containsExactly(2, 3, 5, 6, 7);
    }

    @Test
    void refusesMoreItemsThanThereAre() throws IOException {
        assertThat(read("- {family: arithmetic, level: 1, first: 2147483647, count: 1}")
                        .bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).startsWith("level 1 of arithmetic has only"));
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> read("family: arithmetic")).isInstanceOf(OperatorException.class);
    }

    @Test
    void refusesAliasesThatMultiply() {
        assertThatThrownBy(() -> read("""
                        - &a [x, x]
                        - &b [*a, *a]
                        - [*b, *b]
                        """)).isInstanceOf(OperatorException.class);
    }

    private Intake<Recipe.Part> read(String recipe) throws IOException {
        return new RecipeFile().read(Files.writeString(directory.resolve("recipe.yaml"), recipe));
    }
}
