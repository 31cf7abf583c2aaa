package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.account.Outcomes;
import io.millrace.deploy.account.Report;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.recipe.Answer;
import io.millrace.deploy.recipe.Batch;
import io.millrace.deploy.recipe.RecipeIntake;
import io.millrace.deploy.run.PlantedErrors;
import io.millrace.deploy.run.Run;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads our records with a client that others wrote, through the registry that the local factory runs. */
class ForeignReaderIT {

    private static final Topic<Seed> TOPIC = new Topic<>("foreign-reader", Seed.class);
    private static final String PACKAGE = "/foreign-reader/";
    private static final Instant CREATED = Instant.parse("2001-02-03T04:05:06.789Z");
    private static final int SEEDS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @BeforeEach
    void requireNode() {
        assumeTrue(runs("node") && runs("npm"), "node and npm are not installed");
    }

    @Test
    void readsEveryFieldAsWeWroteIt() throws Exception {
        String submission = "foreign-" + UUID.randomUUID();
        write(seed(submission));

        List<JsonNode> read = read(TOPIC, submission, 1);

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().path("key").textValue()).isEqualTo("seed-1");
        JsonNode value = read.getFirst().path("value");
        assertThat(value.path("id").textValue()).isEqualTo("seed-1");
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

    @Test
    void readsEveryRecordOfARun() throws Exception {
        var submission = new Submission("foreign-" + UUID.randomUUID(), "foreign", Instant.now());
        Batch sample = sample(submission);
        Map<String, Integer> samples = sample.seeds().collect(Collectors.toMap(Seed::getId, Seed::getSamples));
        var outcomes = new Decisions();
        Report report = new Run(TestFactory.connection(), submission.id(), samples, new PlantedErrors(), outcomes)
                .send(Topic.SEEDS, sample.seeds(), Seed::getId, PATIENCE, (progress, tally, elapsed) -> {});

        List<JsonNode> read = read(Topic.EVALUATED, submission.id(), SEEDS);

        assertThat(report.unaccounted()).isZero();
        assertThat(report.candidates()).isEqualTo(SEEDS);
        assertThat(read)
                .map(record -> record.at("/value/id").textValue() + " "
                        + record.at("/value/decision").textValue())
                .containsExactlyInAnyOrderElementsOf(outcomes.seen);
    }

    private static Batch sample(Submission submission) {
        Path file = Home.find().sampleRecipe();
        var intake = new RecipeIntake(TestFactory::connection, dataset -> submission);
        return switch (intake.batch(file, YamlFile.root(file))) {
            case Answer.Fit<Batch> batch -> batch.value().scaledTo(SEEDS);
            case Answer.Refused<Batch> refused -> throw new AssertionError(refused.problems());
        };
    }

    /** Remembers what was decided on each record. */
    private static final class Decisions implements Outcomes {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void evaluated(Evaluated evaluated) {
            seen.add(evaluated.getId() + " " + evaluated.getDecision());
        }

        @Override
        public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {}
    }

    private static Seed seed(String submission) {
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
                .setSubmission(submission)
                .setDataset("sums")
                .setDomain("arithmetic")
                .setTask(Task.newBuilder()
                        .setMath(new MathTask("What is 6 × 7?", "42", null))
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

    /** Without compression: a client may lack the codec that our own producers use. */
    private static void write(Seed seed) throws Exception {
        StageSettings settings = StageSettings.from(Map.of(
                "kafka.bootstrap.servers", TestFactory.addresses().bootstrap(),
                "registry.url", TestFactory.addresses().registry()));
        var serde = new RecordSerde<>(TOPIC, new ConfluentRegistry(settings.registry()));
        Map<String, Object> kafka = Map.copyOf(settings.kafka());
        try (Admin admin = Admin.create(kafka);
                var producer = new KafkaProducer<>(kafka, new StringSerializer(), serde.serializer())) {
            Topics.ensure(admin, List.of(settings.topics().plan(TOPIC.name())));
            producer.send(new ProducerRecord<>(TOPIC.name(), seed.getId(), seed))
                    .get();
        }
    }

    private static List<JsonNode> read(Topic<?> topic, String submission, int count) throws Exception {
        Path reader = install();
        Path printed = reader.resolve("printed.jsonl");
        run(
                reader,
                printed,
                "node",
                "read.js",
                TestFactory.addresses().bootstrap(),
                TestFactory.addresses().registry(),
                topic.name(),
                submission,
                Integer.toString(count));
        var json = new ObjectMapper();
        var records = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(printed)) {
            records.add(json.readTree(line));
        }
        return records;
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
