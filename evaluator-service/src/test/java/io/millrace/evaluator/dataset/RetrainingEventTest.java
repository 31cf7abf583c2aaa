package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Figures;
import io.millrace.schemas.Firing;
import io.millrace.schemas.Likeness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingEventTest {

    @TempDir
    private Path root;

    @Test
    void hasEveryAttributeThatCloudEventsRequires() throws IOException {
        JsonNode event = event(3);

        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText()).isNotBlank();
        assertThat(URI.create(event.get("source").asText()).toString()).isNotBlank();
        assertThat(event.get("type").asText()).isEqualTo("io.millrace.dataset.version.created");
    }

    @Test
    void everyAttributeHasANameAndAValueThatCloudEventsAllow() throws IOException {
        JsonNode event = event(3);

        event.fieldNames().forEachRemaining(name -> assertThat(name).matches("[a-z0-9]{1,20}"));
        assertThat(event.get("subject").asText()).isNotBlank();
        assertThat(OffsetDateTime.parse(event.get("time").asText())).isEqualTo("2026-02-03T05:00:00Z");
        assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
    }

    @Test
    void carriesTheManifest() throws IOException {
        JsonNode data = event(3).get("data");

        assertThat(data.get("directory").asText()).isEqualTo("sums/v00003");
        assertThat(data.at("/manifest/records").asLong()).isEqualTo(1);
        assertThat(data.at("/manifest/origin/schemaId").asInt()).isEqualTo(7);
        assertThat(data.at("/manifest/origin/ranges/0/count").asLong()).isEqualTo(1);
        assertThat(data.at("/manifest/files/0/sha256").asText()).hasSize(64);
    }

    @Test
    void saysWhatFiredAndWhatIsKnownOfTheRecords() throws IOException {
        JsonNode data = event(3).get("data");

        assertThat(data.at("/fired/0").toString())
                .isEqualTo("{\"policy\":\"p\",\"condition\":\"kept\",\"value\":1.0,\"threshold\":1.0}");
        assertThat(data.at("/quality/judged").asLong()).isEqualTo(4);
        assertThat(data.at("/quality/contaminated").asLong()).isZero();
        assertThat(data.at("/quality/records/difficulty/hard").asLong()).isEqualTo(1);
        assertThat(data.at("/quality/selfBleu").asDouble()).isEqualTo(0.4321);
        assertThat(data.at("/quality/wordVendi").asDouble()).isEqualTo(29.6);
        assertThat(data.at("/quality/drift/difficulty").asDouble()).isEqualTo(0.25);
        assertThat(data.at("/manifest/quality/windows/selfBleu").asDouble()).isEqualTo(0.4321);
        assertThat(data.at("/manifest/quality/windows/distinct4").isNull()).isTrue();
    }

    @Test
    void namesTheEventBeforeByItsId() throws IOException {
        assertThat(event(2).at("/data/previous")).isEqualTo(event(1).get("id"));
        assertThat(event(1).at("/data/previous").isNull()).isTrue();
        assertThat(event(1).get("id").asText()).matches("[0-9a-f]{64}");
    }

    private JsonNode event(int version) throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"));
        DatasetCut cut = DatasetCut.newBuilder(records.cut(version))
                .setFired(List.of(new Firing("p", "kept", 1.0, 1.0)))
                .setFigures(Figures.newBuilder()
                        .setJudged(4)
                        .setLikeness(new Likeness(0, 0.43214, 29.6))
                        .setDrift(Map.of("difficulty", 0.25))
                        .setCurrent(Map.of("difficulty", Map.of("hard", 1L)))
                        .build())
                .build();
        Manifest manifest = new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> 7).write(cut);
        return new JsonMapper().readTree(RetrainingEvent.of(manifest, cut).toJson());
    }
}
