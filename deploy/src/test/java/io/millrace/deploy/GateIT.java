package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.account.Records;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.stream.Feed;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Many times what an event takes that nothing holds back. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final String check = "check-" + UUID.randomUUID();
    private final String dataset = "gate-" + UUID.randomUUID();

    @AfterEach
    void leaveNoGateClosed() {
        open();
    }

    @Test
    void aFalseAcceptHoldsRetrainingEventsBackUntilSomebodyOpensTheGate() throws IOException {
        Verified falseAccept = Records.falseAccept(UUID.randomUUID().toString(), check);
        send(Topic.VERIFIED, falseAccept.getCandidate().getSeed().getId(), falseAccept);
        await("the closed gate", () -> closedGates().contains(check));

        send(Topic.CUTS, dataset, emptyCut());

        assertThat(Deadline.after(SILENCE).await(this::announced)).isFalse();
        assertThat(TestFactory.millrace("status").out()).contains("closed by " + check);
        TestFactory.Said closed = TestFactory.millrace("gate");
        assertThat(closed.status()).isEqualTo(1);
        assertThat(closed.out()).contains(check + ": closed since", "gate open " + check);

        TestFactory.Said opened = open();

        assertThat(opened.status()).as(opened.err()).isZero();
        assertThat(json.readTree(opened.out()).get("openedBy").asText()).isEqualTo("somebody");
        await("the event", this::announced);
        assertThat(closedGates()).doesNotContain(check);
    }

    @Test
    void aGateThatIsNotClosedCannotBeOpened() {
        TestFactory.Said said = open();

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err().strip()).isEqualTo("The gate of '%s' is not closed.".formatted(check));
    }

    private TestFactory.Said open() {
        return TestFactory.millrace("gate", "open", check, "--reason", "a test", "--by", "somebody", "--json");
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }

    private static <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        try (var feed = new Feed<>(TestFactory.connection(), topic)) {
            feed.send(key, value);
        }
    }

    private DatasetCut emptyCut() {
        return DatasetCut.newBuilder()
                .setDataset(dataset)
                .setVersion(1)
                .setKept(0)
                .setRanges(List.of())
                .setCutAt(Instant.now())
                .build();
    }

    private boolean announced() {
        return stats().path("retraining").findValuesAsText("dataset").contains(dataset);
    }

    private List<String> closedGates() {
        return stats().path("closedGates").findValuesAsText("check");
    }

    /** What the dashboard would show now. */
    private JsonNode stats() {
        try {
            return json.readTree(
                    TestFactory.addresses().dashboard().resolve("/api/v1/stats").toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
