package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.stream.Extent;
import io.millrace.deploy.stream.Shelf;
import io.millrace.deploy.stream.Stretch;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Supply;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes on their way into a factory, with what they bring, and changes of them there. */
class RecipeIntakeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectMapper json = new ObjectMapper();
    private final String name = "intake-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @Test
    void aRecipeSaysWhereTheRowsLieThatItBrought() throws IOException {
        write(
                "rows.jsonl",
                IntStream.range(0, 450).mapToObj(RecipeIntakeIT::row).collect(Collectors.joining()) + "no row\n");
        Path recipe = write("recipe.yaml", """
                recipe: %s
                target: {seeds: 10}
                mixture: {domain: {school: 1, countdown: 1}}
                sources:
                  school: {file: rows.jsonl, passes: 2}
                  drills: {family: countdown, levels: [1]}
                strategies: [{strategy: distillation, source: school}, {strategy: rule, source: drills}]
                """.formatted(name));

        TestFactory.Said said = TestFactory.millrace("submit", "--json", recipe.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err().strip()).endsWith("rows.jsonl, line 451: not JSON: error at column 3");
        JsonNode submitted = json.readTree(said.out());
        assertThat(submitted.at("/sources/0/rows").asInt()).isEqualTo(450);
        Supply supply = stored().getCells().getFirst().getSupplies().getFirst();
        assertThat(supply.getItems()).isEqualTo(900);
        assertThat(rows(supply).stream().map(Seed::getId))
                .isEqualTo(IntStream.range(0, 450).mapToObj("row-%d"::formatted).toList());
        assertThat(TestFactory.millrace("submit", "--change", recipe.toString()).status())
                .isEqualTo(1);
        Recipe changed = stored();
        assertThat(changed.getRevision()).isEqualTo(2);
        assertThat(rows(changed.getCells().getFirst().getSupplies().getFirst()))
                .hasSize(450)
                .allSatisfy(row -> assertThat(row.getSubmission()).isEqualTo(changed.getSubmission()));
        assertThat(TestFactory.millrace("submit", recipe.toString()).err().strip())
                .isEqualTo("There is a recipe '%s' already, revision 2. To change it, say --change.".formatted(name));
    }

    @Test
    void aRecipeIsChangedWhereItIs() throws IOException {
        Path recipe = write("recipe.yaml", """
                recipe: %s
                target: {seeds: 6}
                sources: {drills: {family: countdown, levels: [1, 2]}}
                strategies: [{strategy: rule, source: drills}]
                """.formatted(name));
        run("submit", recipe.toString());
        String submission = stored().getSubmission();

        run("recipes", "pause", name);
        assertThat(stored().getPaused()).isTrue();
        run("recipes", "change", name, "--target", "8", "--weight", "drills/2=3", "--in-flight", "5");
        run("submit", "--change", recipe.toString());
        run("recipes", "change", name, "--budget-tokens", "70");
        run("recipes", "resume", name);

        Recipe changed = stored();
        assertThat(changed.getRevision()).isEqualTo(6);
        assertThat(changed.getPaused()).isFalse();
        assertThat(changed.getSubmission()).isEqualTo(submission);
        assertThat(changed.getCells().getFirst().getTarget()).isEqualTo(6);
        JsonNode shown = json.readTree(run("recipes", "show", name, "--json"));
        assertThat(shown.at("/target").asInt()).isEqualTo(6);
        assertThat(shown.at("/cells/0/supplies/drills~12").asDouble()).isEqualTo(0.5);
        assertThat(run("recipes")).contains(name);
        assertThat(TestFactory.millrace("recipes", "show", "unheard-of").err())
                .startsWith("There is no recipe of this name; there are ")
                .contains(name);
    }

    @Test
    void whatADatasetKeptIsMaterialOnce() throws IOException {
        Path items = write("items.yaml", """
                recipe: %s-kept
                target: {seeds: 3}
                checks: %s
                sources: {drills: {family: countdown, levels: [1], first: 70}}
                strategies: [{strategy: rule, source: drills, samples: 2}]
                """.formatted(name, TestFactory.CHECKS));
        run("submit", items.toString());
        assertThat(Deadline.after(PATIENCE).await(() -> kept().size() == 6)).isTrue();
        assertThat(kept())
                .allSatisfy(record -> assertThat(record.getVerified().getChecks())
                        .extracting(CheckResult::getName)
                        .containsExactly("countdown-rules"));
        Path recipe = write("recipe.yaml", """
                recipe: %1$s
                target: {seeds: 3}
                sources: {earlier: {dataset: %1$s-kept, protected: true}}
                strategies: [{strategy: distillation, source: earlier}]
                """.formatted(name));

        run("submit", recipe.toString());

        List<Seed> rows = rows(stored().getCells().getFirst().getSupplies().getFirst());
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.getProvenance().getParentIds()).containsExactly(row.getId());
            assertThat(row.getProvenance().getGenerationDepth()).isEqualTo(2);
            assertThat(row.getSource().getName()).isEqualTo(name + "-kept");
            assertThat(row.getTask()).isNotNull();
            assertThat(row.getProtectedCase()).isTrue();
        });
    }

    private static String row(int number) {
        return """
                {"id":"row-%1$d","kind":"math","domain":"school","prompt":"%1$d + 1?","reference":{"answer":"%2$d"},\
                "source":{"name":"own"}}
                """.formatted(number, number + 1);
    }

    private List<Evaluated> kept() {
        List<Evaluated> kept = new ArrayList<>();
        try (var shelf = new Shelf<>(TestFactory.connection(), Topic.EVALUATED)) {
            while (shelf.hasNext()) {
                Evaluated record = shelf.next().value();
                Seed seed = record.getVerified().getCandidate().getSeed();
                if (record.getDecision() == Decision.KEEP && seed.getDataset().equals(name + "-kept")) {
                    kept.add(record);
                }
            }
        }
        return kept;
    }

    private Recipe stored() {
        List<Recipe> revisions = new ArrayList<>();
        try (var shelf = new Shelf<>(TestFactory.connection(), Topic.RECIPES)) {
            shelf.forEachRemaining(entry -> revisions.add(entry.value()));
        }
        revisions.removeIf(recipe -> !recipe.getName().equals(name));
        return revisions.getLast();
    }

    private static List<Seed> rows(Supply supply) {
        List<Seed> rows = new ArrayList<>();
        for (MaterialPlace place : supply.getMaterial()) {
            var there = new Stretch(place.getPartition(), place.getOffset(), place.getOffset() + 1);
            try (var shelf =
                    new Shelf<>(TestFactory.connection(), Topic.MATERIAL, new Extent(List.of(there), null, null))) {
                MaterialPage page = shelf.next().value();
                assertThat(page.getRows()).hasSize(place.getRows());
                rows.addAll(page.getRows());
            }
        }
        return rows;
    }

    private static String run(String... arguments) {
        TestFactory.Said said = TestFactory.millrace(arguments);
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        return said.out();
    }

    private Path write(String file, String text) throws IOException {
        return Files.writeString(directory.resolve(file), text);
    }
}
