package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.factory.Foundation;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.Topics;
import io.millrace.schemas.wire.ConfluentRegistry;
import io.millrace.schemas.wire.RecordSerde;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Reads our records with a client that others wrote, through the registry that the local factory runs. */
class ForeignReaderIT {

    /** Named before the first record is built: then Avro trusts our records. */
    private static final Topic<Seed> TOPIC = Topic.SEEDS;

    private static final String PACKAGE = "/foreign-reader/";
    private static final Instant CREATED = Instant.parse("2001-02-03T04:05:06.789Z");

    @Test
    void readsEveryFieldAsWeWroteIt() throws Exception {
        assumeTrue(runs("node") && runs("npm"), "node and npm are not installed");
        Path reader = install();
        Seed seed = seed();
        try (TestBroker broker = TestBroker.start();
                var registry = new Companion(Foundation::registry)) {
            write(broker.bootstrap(), registry.address(), seed);

            JsonNode read = read(reader, broker.bootstrap(), registry.address());

            assertThat(read.path("key").textValue()).isEqualTo(seed.getId());
            JsonNode value = read.path("value");
            assertThat(value.path("id").textValue()).isEqualTo(seed.getId());
            assertThat(value.path("samples").intValue()).isEqualTo(3);
            assertThat(value.path("rngKey").longValue()).isEqualTo(1L << 40);
            assertThat(value.path("protectedCase").booleanValue()).isTrue();
            assertThat(value.path("split").textValue()).isEqualTo("TEST");
            assertThat(value.path("difficulty").isNull()).isTrue();
            assertThat(value.path("tags")).map(JsonNode::textValue).containsExactly("naïve", "日本語");
            assertThat(value.at("/strategy/parameters/level").textValue()).isEqualTo("2");
            assertThat(value.at("/task/math/answer").textValue()).isEqualTo("42");
            assertThat(value.at("/task/code").isNull()).isTrue();
            assertThat(value.at("/provenance/readFrom/offset").longValue()).isEqualTo(7);
            assertThat(value.at("/provenance/createdAt").longValue()).isEqualTo(CREATED.toEpochMilli());
            assertThat(value.at("/provenance/producer/service").textValue()).isEqualTo("a test");
        }
    }

    private static Seed seed() {
        var provenance = Provenance.newBuilder()
                .setContentHash("00ff")
                .setParentIds(List.of("parent"))
                .setProducer(new Producer("a test", "1", "abc", "def"))
                .setReadFrom(new Coordinates("elsewhere", 1, 7L))
                .setCreatedAt(CREATED)
                .setSynthetic(false)
                .setGenerationDepth(0)
                .build();
        var source = Source.newBuilder().setName("us").setReal(true).build();
        return Seed.newBuilder()
                .setId("seed-1")
                .setProvenance(provenance)
                .setSubmission("submission-1")
                .setDataset("sums")
                .setDomain("arithmetic")
                .setTask(Task.newBuilder()
                        .setMath(new MathTask("What is 6 × 7?", "42"))
                        .build())
                .setStrategy(new StrategyCall("rule", Map.of("level", "2")))
                .setSamples(3)
                .setTags(List.of("naïve", "日本語"))
                .setProtectedCase(true)
                .setSource(source)
                .setSplit(Split.TEST)
                .setRngKey(1L << 40)
                .build();
    }

    private static void write(String bootstrap, String registry, Seed seed) throws Exception {
        StageSettings settings =
                StageSettings.from(Map.of("kafka.bootstrap.servers", bootstrap, "registry.url", registry));
        var serde = new RecordSerde<>(TOPIC, new ConfluentRegistry(settings.registry()));
        Map<String, Object> kafka = Map.copyOf(settings.kafka());
        try (Admin admin = Admin.create(kafka);
                var producer = new KafkaProducer<>(kafka, new StringSerializer(), serde.serializer())) {
            Topics.ensure(admin, List.of(settings.topics().plan(TOPIC.name())));
            producer.send(new ProducerRecord<>(TOPIC.name(), seed.getId(), seed))
                    .get();
        }
    }

    private static JsonNode read(Path reader, String bootstrap, String registry) throws Exception {
        Path printed = reader.resolve("printed.json");
        run(reader, printed, "node", "read.js", bootstrap, registry, TOPIC.name());
        return new ObjectMapper().readTree(printed.toFile());
    }

    /** Puts the reader and the packages that it needs below the build's directory, where they stay for the next time. */
    private static Path install() throws Exception {
        Path reader =
                Files.createDirectories(Path.of("target", "foreign-reader").toAbsolutePath());
        for (String file : List.of("package.json", "read.js")) {
            try (var in = ForeignReaderIT.class.getResourceAsStream(PACKAGE + file)) {
                assertThat(in).isNotNull();
                Files.write(reader.resolve(file), in.readAllBytes());
            }
        }
        run(reader, reader.resolve("npm.log"), "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
        return reader;
    }

    private static void run(Path directory, Path output, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(directory.resolve("errors.log").toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command))
                .withFailMessage("see %s", directory)
                .isTrue();
    }

    private static boolean runs(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
