package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingEventTest {

    @TempDir
    private Path root;

    @Test
    void isACloudEventThatCarriesTheManifest() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"));
        Manifest manifest =
                new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> 7).write(records.cut(3));

        JsonNode event = new JsonMapper().readTree(RetrainingEvent.of(manifest).toJson());

        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText()).isEqualTo("sums/v00003");
        assertThat(event.get("type").asText()).isEqualTo("io.millrace.dataset.version.created");
        assertThat(event.get("time").asText()).isEqualTo("2026-02-03T05:00:00Z");
        assertThat(event.at("/data/directory").asText()).isEqualTo("sums/v00003");
        assertThat(event.at("/data/manifest/records").asLong()).isEqualTo(1);
        assertThat(event.at("/data/manifest/origin/schemaId").asInt()).isEqualTo(7);
        assertThat(event.at("/data/manifest/origin/ranges/0/count").asLong()).isEqualTo(1);
        assertThat(event.at("/data/manifest/files/0/sha256").asText()).hasSize(64);
    }
}
