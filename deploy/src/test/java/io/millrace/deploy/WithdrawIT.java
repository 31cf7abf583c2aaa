package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import io.millrace.evaluator.dataset.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final String dataset = "withdraw-" + UUID.randomUUID();

    @TempDir
    private Path out;

    private String bad = "";
    private String good = "";

    @BeforeEach
    void keepTwoRecords() throws IOException {
        Path seeds = Files.writeString(out.resolve("seeds.jsonl"), """
                {"id":"%1$s-1","kind":"math","prompt":"2 + 2? (%1$s)","reference":{"answer":"4"},"source":{"name":"it"}}
                {"id":"%1$s-2","kind":"math","prompt":"17 * 3? (%1$s)","reference":{"answer":"51"},"source":{"name":"it"}}
                """.formatted(dataset));
        Path candidates = Files.writeString(out.resolve("candidates.jsonl"), """
                {"seedId":"%1$s-1","model":"m","completion":"It is 4.\\nAnswer: 4"}
                {"seedId":"%1$s-2","model":"m","completion":"Seventeen times three makes that.\\nAnswer: 51"}
                """.formatted(dataset));

        for (JsonNode verdict : TestFactory.imported(dataset, seeds, candidates)) {
            String id = verdict.get("candidateId").asText();
            if (verdict.get("seedId").asText().equals(dataset + "-1")) {
                bad = id;
            } else {
                good = id;
            }
        }
    }

    @Test
    void aWithdrawnRecordIsToldOfAndLeftOutOfWhatComesLater() throws IOException {
        assertThat(exported("before")).hasSize(2);

        TestFactory.Said said = withdraw(bad);

        assertThat(said.status()).as(said.err()).isZero();
        Path version = TestFactory.layout().datasets().resolve(dataset).resolve("v00001");
        assertThat(Deadline.after(PATIENCE).await(() -> Files.exists(version)))
                .as(() -> "the version that tells of it; " + TestFactory.condition())
                .isTrue();
        JsonNode announced =
                json.readTree(version.resolve(Manifest.FILE_NAME).toFile()).at("/withdrawals/announced");
        assertThat(announced.path("reason").asText()).isEqualTo("a test");
        assertThat(announced.path("withdrawnBy").asText()).isEqualTo("somebody");
        assertThat(announced.at("/records/0/candidateId").asText()).isEqualTo(bad);
        assertThat(version.resolve("README.md")).content().contains(bad);
        assertThat(exported("after"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"id\":\"e-" + good.substring(2)));
        assertThat(TestFactory.millrace("lineage", bad).out()).contains("WITHDRAWN at", "by somebody: a test");
        assertThat(TestFactory.millrace("lineage", good).out()).doesNotContain("WITHDRAWN");
        assertThat(withdraw(good, bad).err().strip()).isEqualTo("Record %s is withdrawn already.".formatted(bad));
        assertThat(export("version", "--versions=1").err().strip()).isEqualTo("These versions have no records.");
    }

    @Test
    void theSameRangeGivesTheSameBytesAgain() throws IOException {
        TestFactory.Said first = export("first", "--range=0", "--range=1", "--range=2", "--range=3");
        TestFactory.Said second = export("second", "--range=0", "--range=1", "--range=2", "--range=3");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(second.status()).as(second.err()).isZero();
        List<Path> files = files("first");
        assertThat(files).isNotEmpty().hasSameSizeAs(files("second"));
        assertThat(files)
                .allSatisfy(file -> assertThat(out.resolve("second").resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file));
    }

    @Test
    void nothingIsWithdrawnFromAnotherDataset() {
        TestFactory.Said said = TestFactory.millrace("withdraw", "another", bad, "--reason=a test");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err().strip()).isEqualTo("Record %s is not of this dataset.".formatted(bad));
    }

    private TestFactory.Said withdraw(String... records) {
        var arguments = new ArrayList<>(List.of("withdraw", dataset));
        arguments.addAll(List.of(records));
        arguments.addAll(List.of("--reason=a test", "--by=somebody"));
        return TestFactory.millrace(arguments.toArray(String[]::new));
    }

    private List<String> exported(String name) throws IOException {
        TestFactory.Said said = export(name);
        assertThat(said.status()).as(said.err()).isZero();
        List<String> lines = new ArrayList<>();
        for (Path file : files(name)) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private List<Path> files(String name) throws IOException {
        try (var files = Files.list(out.resolve(name))) {
            return files.toList();
        }
    }

    private TestFactory.Said export(String name, String... part) {
        var arguments = new ArrayList<>(List.of("export", dataset, "--format=chat", "--out=" + out.resolve(name)));
        arguments.addAll(List.of(part));
        return TestFactory.millrace(arguments.toArray(String[]::new));
    }
}
