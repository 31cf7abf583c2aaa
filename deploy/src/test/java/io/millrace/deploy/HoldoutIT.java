package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.deadletter.DeadLetters;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern HELD = Pattern.compile("(?m)^millrace_holdouts(?:\\{[^}]*})? ([0-9.E]+)$");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String name = "held-" + UUID.randomUUID();
    private final String problem =
            "At the fair of %s a trader sells crates of melons and wants to know: What is 31 * 7?".formatted(name);

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        TestFactory.millrace("benchmarks", "remove", "holdout-" + name);
        http.close();
    }

    @Test
    void nothingIsEverMadeFromWhatIsHeldOut() throws Exception {
        double before = holdoutsOfTheGenerator();
        JsonNode submitted = submit(name, line(name + "-a", problem, true), "--holdout=1");
        assertThat(submitted.path("seeds").asInt()).isZero();
        assertThat(submitted.path("heldOut").asInt()).isEqualTo(1);
        Path file = directory.resolve("holdout.jsonl");
        assertThat(TestFactory.millrace("holdouts", name, "--out=" + file).out())
                .contains(name + ": 1 problems");
        JsonNode held = json.readTree(Files.readString(file));
        assertThat(held.path("split").asText()).isEqualTo("TEST");
        assertThat(held.at("/task/math/answer").asText()).isEqualTo("217");
        within(() -> holdoutsOfTheGenerator() > before, "the generator knows of it");

        String other = "What is 32 * 7? Say it to the trader of " + name + ".";
        submit(name + "-2", line(name + "-b", problem + "  ", false) + line(name + "-c", other, false));

        within(() -> refused().contains(name + "-b"), "the same problem under another id is refused");
        within(() -> made().contains(name + "-c"), "another problem is not");
        assertThat(refused()).containsExactly(name + "-b");
        assertThat(made()).containsExactly(name + "-c");

        JsonNode own = imported(name, name + "-a", problem, "--holdout=1");
        assertThat(own.path("decision").asText()).isEqualTo("KEEP");
        assertThat(own.path("split").asText()).isEqualTo("TEST");
        JsonNode around = imported(name, name + "-d", "A riddle: " + problem, "--holdout=0");
        assertThat(around.path("decisionReason").asText()).isEqualTo("CONTAMINATED");
        assertThat(around.at("/drop/record").asText()).isEqualTo("holdout-" + name + "/" + name + "-a");
    }

    private static String line(String id, String prompt, boolean real) {
        return """
                {"id":"%s","kind":"math","prompt":"%s","reference":{"answer":"%s"},"source":{"name":"it","real":%s},\
                "strategy":{"name":"distillation","parameters":{"model":"scripted"}}}
                """.formatted(id, prompt, prompt.contains("31") ? "217" : "224", real);
    }

    private JsonNode submit(String dataset, String lines, String... more) throws IOException {
        Path seeds = Files.writeString(directory.resolve("seeds.jsonl"), lines);
        String[] arguments = Stream.concat(
                        Stream.of("submit", seeds.toString(), "--dataset=" + dataset, "--json"), Stream.of(more))
                .toArray(String[]::new);
        TestFactory.Said said = TestFactory.millrace(arguments);
        assertThat(said.status()).as(said.err()).isZero();
        return json.readTree(said.out());
    }

    /** What becomes of an imported answer. */
    private JsonNode imported(String dataset, String id, String prompt, String holdout) throws IOException {
        Path seeds = Files.writeString(directory.resolve("seeds.jsonl"), line(id, prompt, true));
        Path candidates = Files.writeString(
                directory.resolve("candidates.jsonl"),
                "{\"seedId\":\"%s\",\"model\":\"m\",\"completion\":\"By %s.\\nAnswer: 217\"}\n".formatted(id, id));
        JsonNode verdict =
                TestFactory.imported(dataset, seeds, candidates, holdout).getFirst();
        assertThat(verdict.path("verdict").asText()).isEqualTo("ACCEPTED");
        return json.readTree(
                TestFactory.millrace("lineage", verdict.get("candidateId").asText(), "--json")
                        .out());
    }

    private List<String> refused() {
        return new DeadLetters(TestFactory.connection())
                .all().stream()
                        .filter(letter -> letter.errorClass().equals("HeldOut") && letter.replayable())
                        .map(letter -> letter.key())
                        .filter(key -> key.startsWith(name))
                        .toList();
    }

    /** The seeds that candidates were made from, those that were imported left out. */
    private Set<String> made() {
        var seeds = new TreeSet<String>();
        try (var shelf = new Shelf<>(TestFactory.connection(), Topic.CANDIDATES)) {
            shelf.forEachRemaining(entry -> {
                Candidate candidate = entry.value();
                if (candidate.getSeed().getId().startsWith(name)
                        && candidate.getStrategy().getName().equals("distillation")) {
                    seeds.add(candidate.getSeed().getId());
                }
            });
        }
        return seeds;
    }

    private double holdoutsOfTheGenerator() {
        try {
            String metrics = http.send(
                            HttpRequest.newBuilder(TestFactory.generatorMetrics())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            Matcher held = HELD.matcher(metrics);
            assertThat(held.find()).as("the gauge is there").isTrue();
            return Double.parseDouble(held.group(1));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void within(BooleanSupplier condition, String what) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }
}
