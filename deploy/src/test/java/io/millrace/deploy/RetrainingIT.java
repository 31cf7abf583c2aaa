package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.account.Records;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.stream.Feed;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From kept records to a trainer that has taken their version. */
class RetrainingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path reports;

    @Test
    void aVersionIsAnnouncedToAnEndpointAndTakenByATrainerOnce() throws IOException {
        String kept = keep(TestFactory.POLICY_RECORDS);

        assertThat(Deadline.after(PATIENCE).await(() -> told() == 1))
                .as("the webhook")
                .isTrue();
        WebhookReceiver.Message message = messages().getFirst();
        JsonNode event = json.readTree(message.body());
        assertThat(event.get("id").asText()).isEqualTo(message.id());
        assertThat(event.at("/data/fired/0").toString())
                .isEqualTo("{\"policy\":\"retraining-it\",\"condition\":\"kept\",\"value\":5.0,\"threshold\":5.0}");
        assertThat(event.at("/data/manifest/records").asInt()).isEqualTo(5);

        assertThat(TestFactory.millrace("lineage", kept).out())
                .contains("went into version 1, retraining-it/v00001, told of by event " + message.id());

        train("once");
        train("redelivered");
        Path report = reports.resolve(message.id() + ".json");
        assertThat(json.readTree(report.toFile()).get("dataset").asText()).isEqualTo(TestFactory.POLICY_DATASET);
        try (var files = Files.list(reports)) {
            assertThat(files.filter(file -> dataset(file).equals(TestFactory.POLICY_DATASET)))
                    .containsExactly(report);
        }

        assertThat(TestFactory.millrace("webhooks", "list").out()).contains(message.id() + "  receiver");
        assertThat(TestFactory.millrace("webhooks", "redeliver", message.id()).status())
                .isZero();
        assertThat(Deadline.after(PATIENCE).await(() -> told() == 2))
                .as("the webhook again")
                .isTrue();
        assertThat(messages()).allMatch(message::equals);
    }

    private void train(String group) {
        TestFactory.Said said = TestFactory.millrace(
                "trainer", "--exit", "--out=" + reports, "--group=" + group + "-" + UUID.randomUUID(), "--json");
        assertThat(said.status()).as(said.err()).isZero();
    }

    private String dataset(Path report) {
        try {
            return json.readTree(report.toFile()).get("dataset").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long told() {
        return messages().size();
    }

    private static List<WebhookReceiver.Message> messages() {
        return TestFactory.receiver().messages().stream()
                .filter(message -> message.body().contains("\"subject\":\"" + TestFactory.POLICY_DATASET + "\""))
                .toList();
    }

    /** The id of one of the candidates. */
    private static String keep(int records) {
        String id = "";
        try (var feed = new Feed<>(TestFactory.connection(), Topic.VERIFIED)) {
            for (int i = 0; i < records; i++) {
                Verified verified = accepted("retraining-" + UUID.randomUUID());
                feed.send(verified.getCandidate().getSeed().getId(), verified);
                id = verified.getCandidate().getId();
            }
        }
        return id;
    }

    private static Verified accepted(String seedId) {
        Candidate plain = Records.candidate(seedId, 0);
        Candidate candidate = Candidate.newBuilder(plain)
                .setSeed(Seed.newBuilder(plain.getSeed())
                        .setDataset(TestFactory.POLICY_DATASET)
                        .build())
                .setMessages(List.of(Message.newBuilder()
                        .setRole("assistant")
                        .setContent("Answer: " + seedId)
                        .build()))
                .build();
        return Records.verified(candidate, VerdictKind.ACCEPTED);
    }
}
