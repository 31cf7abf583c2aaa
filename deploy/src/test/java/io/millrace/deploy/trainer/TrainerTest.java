package io.millrace.deploy.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    private static final String ID = "ab".repeat(32);
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path datasets;

    @TempDir
    Path reports;

    private final List<JsonNode> results = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void writeAVersion() throws IOException {
        Path version = Files.createDirectories(datasets.resolve("sums/v00001"));
        file = Files.writeString(version.resolve("train.jsonl"), "abc");
    }

    @Test
    void takesAnEventOnceHoweverOftenItComes() throws IOException {
        assertThat(take(event("sums/v00001", "train.jsonl"))).isEqualTo(Trainer.Outcome.TRAINED);
        Path report = reports.resolve(ID + ".json");
        FileTime written = Files.getLastModifiedTime(report);

        assertThat(take(event("sums/v00001", "train.jsonl"))).isEqualTo(Trainer.Outcome.DONE_BEFORE);

        assertThat(Files.getLastModifiedTime(report)).isEqualTo(written);
        assertThat(report).content().contains("\"event\" : \"" + ID, "\"records\" : 3");
        try (var files = Files.list(reports)) {
            assertThat(files).containsExactly(report);
        }
    }

    @Test
    void whatAKilledTrainerLeftIsNoReport() throws IOException {
        Files.writeString(reports.resolve(ID + ".json.draft"), "{\"event\":");

        assertThat(take(event("sums/v00001", "train.jsonl"))).isEqualTo(Trainer.Outcome.TRAINED);
        assertThat(reports.resolve(ID + ".json")).exists();
        assertThat(reports.resolve(ID + ".json.draft")).doesNotExist();
    }

    @Test
    void tellsWhatItHasSeenUnderTheIdOfTheEventBeforeTheEventIsDone() throws IOException {
        take(event("sums/v00001", "train.jsonl"));
        Files.delete(reports.resolve(ID + ".json"));
        take(event("sums/v00001", "train.jsonl"));
        take(event("sums/v00001", "train.jsonl"));

        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result).isEqualTo(results.getFirst()));
        assertThat(results.getFirst().path("id").asText()).isEqualTo(ID);
        assertThat(results.getFirst().at("/skills/0/skill").asText()).isEqualTo("sums");
        assertThat(results.getFirst().at("/skills/0/items").asLong()).isEqualTo(3);
    }

    @Test
    void leavesNoReportOfFilesThatAreNotWhatTheEventSays() throws IOException {
        Files.writeString(file, "abd");

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> take(event("sums/v00001", "train.jsonl")))
                .withMessageContaining("train.jsonl is not what the event says");
        assertThat(reports).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc", "", "sums/../.."})
    void readsNothingOutsideOfTheDatasets(String directory) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> take(event(directory, "train.jsonl")))
                .withMessageContaining("outside");
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> take(event("sums/v00001", "../../" + directory)))
                .withMessageContaining("outside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{}", "{\"id\":\"../../x\"}"})
    void refusesWhatIsNoEvent(String text) {
        assertThatExceptionOfType(OperatorException.class).isThrownBy(() -> take(text));
    }

    private Trainer.Outcome take(String event) {
        return new Trainer(datasets, reports, results::add).take(event.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String directory, String file) {
        return """
                {"id":"%s","data":{"directory":"%s","manifest":{"dataset":"sums","version":1,"records":3,"counts":{"domain":{"sums":3}},
                 "files":[{"name":"%s","sha256":"%s"}]}}}
                """.formatted(ID, directory, file, SHA256_OF_ABC);
    }
}
