package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.deploy.process.Deadline;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.generator.stream.RecipeStage;
import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Letters;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.StageThread;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes that could follow recipes. */
class RecipeStageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IN_FLIGHT = 20;
    private static final int TARGET = 3 * IN_FLIGHT;

    private static TestBroker broker;

    private final MeterRegistry first = new SimpleMeterRegistry();
    private final MeterRegistry second = new SimpleMeterRegistry();

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void anotherOneGoesOnExactlyWhereTheFirstHasEnded() {
        try (RecipeStage standBy = stage("second", second)) {
            leadForTwoRounds(standBy);

            try (var seeds = new Tape<>(broker.bootstrap(), Topic.SEEDS);
                    var progress = new Tape<>(broker.bootstrap(), Topic.RECIPE_PROGRESS)) {
                lose(seeds.entries().subList(IN_FLIGHT, 2 * IN_FLIGHT));
                await("the last seeds", () -> seeds.entries().size() == TARGET);
                assertThat(following(first)).isZero();
                assertThat(following(second)).isEqualTo(1);
                lose(seeds.entries().subList(2 * IN_FLIGHT, TARGET));
                await("the end", () -> last(progress).getPhase() == RecipePhase.DONE);

                assertThat(seeds.entries())
                        .extracting(Tape.Entry::key)
                        .doesNotHaveDuplicates()
                        .hasSize(TARGET);
                assertThat(last(progress).getCells())
                        .extracting(CellProgress::getDeadLettered)
                        .containsExactly((long) TARGET);
            }
        }
    }

    /** One process follows the recipe until it has asked for seeds twice, and ends; the other one begins meanwhile. */
    private void leadForTwoRounds(RecipeStage standBy) {
        try (RecipeStage leader = stage("first", first)) {
            leader.start();
            await("the first one runs", () -> leader.state() == StageThread.State.RUNNING);
            send(Topic.RECIPES, "lost", recipe());
            await("the first one follows the recipe", () -> following(first) == 1);
            standBy.start();
            try (var seeds = new Tape<>(broker.bootstrap(), Topic.SEEDS)) {
                await("seeds", () -> seeds.entries().size() == IN_FLIGHT);
                lose(seeds.entries());
                await("further seeds", () -> seeds.entries().size() == 2 * IN_FLIGHT);
            }
        }
    }

    private static RecipeStage stage(String instance, MeterRegistry registry) {
        var settings = StageSettings.from(Map.of(
                "kafka.bootstrap.servers", broker.bootstrap(), "instance-id", instance, "topics.partitions", "1"));
        var maker = new SeedMaker(new Producer("test", "1", "none", "none"));
        return new RecipeStage(settings, new KnownSchemas(), maker, registry, InstantSource.system());
    }

    private static Recipe recipe() {
        Supply talk = Supply.newBuilder()
                .setName("talk")
                .setWeight(1)
                .setStrategy(new StrategyCall("conversation", Map.of()))
                .setSamples(1)
                .setDomain("banking")
                .setLanguage("en")
                .setSource(Source.newBuilder().setName("lost").setReal(false).build())
                .build();
        return Recipe.newBuilder()
                .setName("lost")
                .setRevision(1)
                .setPaused(false)
                .setSubmission("lost")
                .setDataset("lost")
                .setGoal(RecipeGoal.SEEDS)
                .setCells(List.of(new RecipeCell("any", (long) TARGET, List.of(talk))))
                .setMaxInFlight(IN_FLIGHT)
                .setHash("none")
                .setChangedAt(Instant.EPOCH)
                .build();
    }

    /** Whether a process follows a recipe that runs, as it tells itself. */
    private static double following(MeterRegistry process) {
        return process.get(Metrics.RECIPES)
                .tag("phase", RecipePhase.RUNNING.name())
                .gauge()
                .value();
    }

    private static RecipeProgress last(Tape<RecipeProgress> progress) {
        return progress.entries().getLast().value();
    }

    /** Does what the generator does with seeds that nothing can be made of. */
    private static void lose(List<Tape.Entry<Seed>> seeds) {
        var serde = new RecordSerde<>(Topic.SEEDS, new KnownSchemas());
        var failure = new Output.Failure(null, "Lost", "lost", 1, false);
        seeds.forEach(seed -> send(
                Topic.SEEDS.deadLetters(),
                seed.key(),
                Letters.of(
                        new Coordinates(Topic.SEEDS.name(), 0, 0L),
                        seed.key().getBytes(StandardCharsets.UTF_8),
                        serde.encode(seed.value()),
                        "generator",
                        failure,
                        Instant.EPOCH)));
    }

    private static <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] bytes = new RecordSerde<>(topic, new KnownSchemas()).encode(value);
            producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), bytes))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }
}
