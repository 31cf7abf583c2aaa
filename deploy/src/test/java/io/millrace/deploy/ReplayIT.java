package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts of one demonstration, replayed. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SEEDS = 60;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path directory;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void makeSomeVerdicts() {
        start = Instant.now();
        TestFactory.Said said =
                TestFactory.millrace("demo", "--seeds=" + SEEDS, "--exit", "--out=" + directory.resolve("demo"));
        assertThat(said.status()).as(said.out() + said.err()).isZero();
    }

    @Test
    void theStandardRecipeAgreesWithItselfAndAStricterOneRejectsMore() throws IOException {
        JsonNode same = leavingTheTopicsAlone(() -> replay());

        assertThat(same.get("compared").asInt()).isGreaterThanOrEqualTo(SEEDS);
        assertThat(same.get("changes")).isEmpty();
        assertThat(same.get("now").get("hashes").fieldNames().next())
                .isEqualTo(same.get("was").get("hashes").fieldNames().next());

        Path strict = Files.writeString(
                directory.resolve("strict.yaml"),
                "checks: [{check: exact-text}, {check: math-answer, settings: {boxRequired: true}}]");
        Path changed = directory.resolve("changed.jsonl");
        JsonNode stricter = leavingTheTopicsAlone(() -> replay("--recipe=" + strict, "--out=" + changed));

        assertThat(stricter.get("changes").get("newly-rejected").asInt()).isPositive();
        assertThat(stricter.get("changes").has("newly-accepted")).isFalse();
        assertThat(Files.readAllLines(changed)).hasSize(sum(stricter.get("changes")));
        assertThat(replay("--limit=3", "--range=0", "--range=1:0-")
                        .get("compared")
                        .asInt())
                .isEqualTo(3);

        TestFactory.Said said = TestFactory.millrace(
                "verify", "--replay", "--since=" + start, "--recipe=" + strict, "--fail-on=newly-rejected");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("newly rejected", "by math-answer/", "→", "before  recipe");
    }

    private JsonNode replay(String... options) {
        var arguments = new ArrayList<>(List.of("verify", "--replay", "--json", "--since=" + start));
        arguments.addAll(List.of(options));
        TestFactory.Said said = TestFactory.millrace(arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        try {
            return json.readTree(said.out());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A planted candidate may still be under way, and spoil one attempt; a replay that writes would spoil them all. */
    private static JsonNode leavingTheTopicsAlone(Supplier<JsonNode> replay) {
        var result = new ArrayList<JsonNode>();
        assertThat(Deadline.after(PATIENCE).await(() -> {
                    Map<TopicPartition, Long> before = ends();
                    result.add(replay.get());
                    return ends().equals(before);
                }))
                .as("the topics end where they ended before")
                .isTrue();
        return result.getLast();
    }

    private static Map<TopicPartition, Long> ends() {
        try (var admin = TestFactory.connection().admin()) {
            List<String> topics = Stream.of(Topic.SEEDS, Topic.CANDIDATES, Topic.VERIFIED, Topic.EVALUATED)
                    .map(Topic::name)
                    .toList();
            Map<TopicPartition, OffsetSpec> partitions =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static int sum(JsonNode counts) {
        int sum = 0;
        for (JsonNode count : counts) {
            sum += count.asInt();
        }
        return sum;
    }
}
