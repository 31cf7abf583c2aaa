package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.script.Multiplications;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Decision;
import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TrustedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes that run until what they ask for is kept, whatever happens to whoever follows them. */
class RecipeIT {

    static {
        TrustedRecords.allow();
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long EASY = 120;
    private static final long HARD = 200;

    private final String name = "recipe-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @Test
    void keepsExactlyWhatItAsksForThoughTheGeneratorIsKilledTwice() {
        write(recipe(1).setPaused(true).build());
        await(progress -> progress.getPhase() == RecipePhase.PAUSED);
        assertThat(seeds()).isEmpty();

        write(recipe(2).build());
        await(progress -> kept(progress) > EASY / 4);
        TestFactory.crash("generator-service");
        await(progress -> kept(progress) > EASY);
        TestFactory.crash("generator-service");
        await(progress -> progress.getPhase() == RecipePhase.DONE);

        Map<String, Long> keptByCell = keptByCell();
        assertThat(keptByCell).isEqualTo(Map.of("easy", EASY, "hard", HARD));
        assertThat(progress().orElseThrow().getCells().stream()
                        .collect(Collectors.toMap(CellProgress::getName, CellProgress::getKept)))
                .isEqualTo(keptByCell);
        List<String> seeds = seeds();
        assertThat(seeds).doesNotHaveDuplicates();
        assertThat(progress().orElseThrow().getCells().stream()
                        .mapToLong(CellProgress::getSeeds)
                        .sum())
                .isEqualTo(seeds.size());
    }

    @Test
    void goesThroughAFileAndGoesOnWhenItsTargetIsRaised() throws IOException {
        Files.write(directory.resolve("products.csv"), products(20));
        Path recipe = Files.writeString(directory.resolve("products.yaml"), """
            recipe: %s
            target: {accepted: 5}
            sources:
              products:
                file: products.csv
                fields: {prompt: question, reference.answer: answer}
                defaults: {kind: math, source.name: products}
            strategies:
              - {strategy: distillation, source: products, models: {scripted: 1}}
            """.formatted(name));

        assertThat(say("preview", recipe.toString(), "--seeds", "2"))
                .contains("asked scripted-1 for sample 0, step answer", "What is 1 * 7?", "Answer: 7");
        assertThat(seeds()).isEmpty();

        say("submit", recipe.toString());
        await(progress -> progress.getPhase() == RecipePhase.DONE);
        say("recipes", "change", name, "--target", "8");
        await(progress -> progress.getPhase() == RecipePhase.DONE && progress.getRevision() == 2);

        assertThat(keptByCell().values()).containsExactly(8L);
        assertThat(seeds()).hasSize(8).allMatch(id -> id.startsWith(name + "/"));
        assertThat(progress().orElseThrow().getSpent().getTokens())
                .isEqualTo(8L * (Multiplications.INPUT_TOKENS + Multiplications.OUTPUT_TOKENS));
        assertThat(say("recipes")).contains(name).contains("8 of 8");
    }

    private static List<String> products(int rows) {
        return Stream.concat(
                        Stream.of("question,answer"),
                        IntStream.range(0, rows).mapToObj(row -> "What is %d * 7?,%d".formatted(row, row * 7)))
                .toList();
    }

    private static String say(String... command) {
        TestFactory.Said said = TestFactory.millrace(command);
        assertThat(said.status()).as(said.err()).isZero();
        return said.out();
    }

    private Recipe.Builder recipe(int revision) {
        return Recipe.newBuilder()
                .setName(name)
                .setRevision(revision)
                .setPaused(false)
                .setSubmission(name)
                .setDataset(name)
                .setGoal(RecipeGoal.ACCEPTED)
                .setCells(List.of(
                        new RecipeCell("easy", EASY, List.of(drills("rule", 0))),
                        new RecipeCell("hard", HARD, List.of(drills("distillation", 50_000)))))
                .setMaxInFlight(60)
                .setHash("it")
                .setChangedAt(Instant.now());
    }

    /** Items of a family; whoever distils them is the apprentice, which is wrong now and then. */
    private static Supply drills(String strategy, long first) {
        return Supply.newBuilder()
                .setName(strategy)
                .setWeight(1)
                .setItems(50_000L)
                .setStrategy(new StrategyCall(strategy, Map.of()))
                .setSamples(1)
                .setDomain("arithmetic")
                .setLanguage("en")
                .setSource(Source.newBuilder().setName("recipe").setReal(false).build())
                .setFamily(new FamilyItems("arithmetic", 2, first, 1))
                .build();
    }

    private void write(Recipe recipe) {
        try (var feed = new Feed<>(TestFactory.connection(), Topic.RECIPES)) {
            feed.send(name, recipe);
        }
    }

    private void await(Predicate<RecipeProgress> state) {
        assertThat(Deadline.after(PATIENCE).await(() -> progress().filter(state).isPresent()))
                .as("the recipe gets on; it is at %s", progress())
                .isTrue();
    }

    private Optional<RecipeProgress> progress() {
        return all(Topic.RECIPE_PROGRESS).stream()
                .filter(progress -> progress.getName().equals(name))
                .reduce((earlier, later) -> later);
    }

    private static long kept(RecipeProgress progress) {
        return progress.getCells().stream().mapToLong(CellProgress::getKept).sum();
    }

    private List<String> seeds() {
        return all(Topic.SEEDS).stream()
                .filter(seed -> seed.getDataset().equals(name))
                .map(Seed::getId)
                .toList();
    }

    private Map<String, Long> keptByCell() {
        return all(Topic.EVALUATED).stream()
                .filter(record -> record.getDecision() == Decision.KEEP)
                .map(record -> record.getVerified().getCandidate().getSeed())
                .filter(seed -> seed.getDataset().equals(name))
                .map(seed -> Objects.requireNonNull(seed.getRecipe()).getCell())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        List<V> found = new ArrayList<>();
        try (var shelf = new Shelf<>(TestFactory.connection(), topic)) {
            shelf.forEachRemaining(entry -> found.add(entry.value()));
        }
        return found;
    }
}
