package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.deploy.process.Deadline;
import io.millrace.evaluator.stream.DeadLetters;
import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.EvaluatorTopology;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.evaluator.stream.StageCounters;
import io.millrace.evaluator.stream.StreamProperties;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.SchemaIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** More than stores keep to themselves before they write to the disk. */
    private static final int RECORDS = 100;

    private static final String LONG_NAME = "n".repeat(900_000);

    private final SchemaIds schemas = new KnownSchemas();
    private final Formats formats = Formats.of(schemas);

    @TempDir
    private Path directory;

    private TestBroker broker;

    @BeforeEach
    void startBroker() {
        broker = TestBroker.start();
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void startsAgainFromWhatAKilledProcessLeavesOnTheDisk() {
        Path left = directory.resolve("left");
        try (EvaluatorStream stream = stream(directory.resolve("killed"))) {
            stream.start();
            await("the topology runs", () -> stream.state() == EvaluatorStream.State.RUNNING);
            feed();
            await("everything is read", () -> knows(stream, "c-" + (RECORDS - 1)));
            await("a copy of its state", () -> copied(directory.resolve("killed"), left));
        }

        try (EvaluatorStream stream = stream(left)) {
            stream.start();

            await("everything is there again", () -> knows(stream, "c-0") && knows(stream, "c-" + (RECORDS - 1)));
        }
    }

    private EvaluatorStream stream(Path state) {
        var settings = StageSettings.from(
                Map.of("kafka.bootstrap.servers", broker.bootstrap(), "instance-id", "it", "topics.partitions", "1"));
        return new EvaluatorStream(
                settings,
                new StreamProperties(state, 1, Duration.ofMillis(100)),
                formats,
                new DeadLetters(schemas, new StageCounters(new SimpleMeterRegistry())),
                this::lineage);
    }

    private Topology lineage() {
        var builder = new StreamsBuilder();
        builder.globalTable(
                Topic.LINEAGE.name(),
                Consumed.with(Serdes.String(), formats.coordinates()),
                Materialized.as(Stores.persistentKeyValueStore(EvaluatorTopology.LINEAGE_STORE)));
        return builder.build();
    }

    private void feed() {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < RECORDS; number++) {
                byte[] value = formats.coordinates().encode(new Coordinates(LONG_NAME, 0, (long) number));
                var unused = producer.send(new ProducerRecord<>(Topic.LINEAGE.name(), "c-" + number, value));
            }
        }
    }

    private static boolean knows(EvaluatorStream stream, String candidate) {
        try {
            return stream.placeOf(candidate).isPresent();
        } catch (NotRunningException e) {
            return false;
        }
    }

    /** Whether no file went away meanwhile, as some do while stores tidy up. */
    private static boolean copied(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }
}
