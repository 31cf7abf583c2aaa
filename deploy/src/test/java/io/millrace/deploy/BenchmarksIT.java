package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final String name = "it-" + UUID.randomUUID();
    private final String fair = "fair" + UUID.randomUUID().toString().replace("-", "");
    private final String item =
            "At the %s a trader sells 3 crates of 4 melons and asks how many melons there are in all of them"
                    .formatted(fair);

    @TempDir
    private Path directory;

    private int imports;

    @AfterEach
    void removeTheBenchmark() {
        TestFactory.millrace("benchmarks", "remove", name);
    }

    @Test
    void whatLeaksIsDroppedAndWhatWasKeptBeforeIsFoundAndWithdrawn() throws IOException {
        String older = imported("Before all: " + item + ".");
        assertThat(lineage(older).path("decision").asText()).isEqualTo("KEEP");

        TestFactory.Said bad = add("no item\n" + line("7", item));
        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.err()).contains("line 1: not JSON");
        assertThat(add(line("7", item)).status()).isZero();
        assertThat(TestFactory.millrace("benchmarks", "list").out()).contains(name + ": 1 items, version ");

        assertThat(Deadline.after(PATIENCE).await(() -> leaks("A riddle of today. " + item + "?")))
                .as("a leak is dropped")
                .isTrue();
        JsonNode clean = lineage(imported("How much is 4 times 3 at the " + fair + "?"));
        assertThat(clean.path("decision").asText()).isEqualTo("KEEP");
        assertThat(clean.path("benchmarkHits")).isEmpty();
        assertThat(clean.path("benchmarks").asText()).hasSize(64);

        TestFactory.Said found = scan();
        assertThat(found.status()).isEqualTo(1);
        assertThat(json.readTree(found.out()).path("leaks"))
                .singleElement()
                .satisfies(leak -> assertThat(leak.path("candidateId").asText()).isEqualTo(older));
        assertThat(scan("--withdraw", "--by=somebody").status()).isZero();
        String told = "by somebody: contaminated by benchmarks: " + name;
        assertThat(Deadline.after(PATIENCE)
                        .await(() ->
                                TestFactory.millrace("lineage", older).out().contains(told)))
                .as("the lineage tells of the withdrawal")
                .isTrue();
        assertThat(json.readTree(scan().out()).path("leaks")).isEmpty();

        TestFactory.crash("evaluator-service");
        assertThat(leaks("A riddle of the next day. " + item + "?"))
                .as("an evaluator that is started again knows the benchmark before it decides")
                .isTrue();
    }

    /** Whether a record of a prompt is dropped, and says why. */
    private boolean leaks(String prompt) {
        try {
            JsonNode leak = lineage(imported(prompt));
            if (!leak.path("decisionReason").asText().equals("CONTAMINATED")) {
                return false;
            }
            assertThat(leak.at("/drop/rule").asText()).isEqualTo("contamination");
            assertThat(leak.at("/drop/record").asText()).isEqualTo(name + "/7");
            assertThat(leak.at("/benchmarkHits/0/match").asText()).isEqualTo("RUN");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String imported(String prompt) throws IOException {
        String seed = "%s-%d".formatted(name, ++imports);
        Path seeds = Files.writeString(directory.resolve("seeds.jsonl"), """
                {"id":"%s","kind":"math","prompt":"%s","reference":{"answer":"12"},"source":{"name":"it"}}
                """.formatted(seed, prompt));
        Path candidates = Files.writeString(directory.resolve("candidates.jsonl"), """
                {"seedId":"%s","model":"m","completion":"Attempt %d.\\nAnswer: 12"}
                """.formatted(seed, imports));
        return TestFactory.imported(name, seeds, candidates)
                .getFirst()
                .get("candidateId")
                .asText();
    }

    private JsonNode lineage(String id) throws IOException {
        TestFactory.Said said = TestFactory.millrace("lineage", id, "--json");
        assertThat(said.status()).as(said.err()).isZero();
        return json.readTree(said.out());
    }

    private TestFactory.Said add(String lines) throws IOException {
        Path file = Files.writeString(directory.resolve("items.jsonl"), lines);
        return TestFactory.millrace("benchmarks", "add", file.toString(), "--name=" + name);
    }

    private static String line(String id, String text) {
        return "{\"id\":\"%s\",\"prompt\":\"%s\"}\n".formatted(id, text);
    }

    private TestFactory.Said scan(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"benchmarks", "scan", "--json", "--dataset=" + name}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return TestFactory.millrace(arguments);
    }
}
