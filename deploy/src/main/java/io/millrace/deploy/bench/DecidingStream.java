package io.millrace.deploy.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.process.Directories;
import io.millrace.evaluator.contamination.LeakRule;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.evaluator.review.Sampling;
import io.millrace.evaluator.score.Scorer;
import io.millrace.evaluator.stream.DeadLetters;
import io.millrace.evaluator.stream.DecidingTopology;
import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.EvaluatorTopology;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.stream.RateWindows;
import io.millrace.evaluator.stream.StageCounters;
import io.millrace.evaluator.stream.StreamProperties;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.schemas.Build;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Preparation;
import io.millrace.schemas.stage.StageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * The evaluator on one partition and one thread, exactly once, with as much kept as is asked for: all of its topology, or only the
 * task that decides for a dataset, which is the one that a dataset cannot have more of. Each on a broker of its own.
 */
final class DecidingStream {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String DRAFTS = "drafts";
    private static final double WANTED_RATE = 15_000;
    private static final double WANTED_SECONDS = 10;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StageCounters counters = new StageCounters(registry);
    private final NumberedSchemas schemas = new NumberedSchemas();
    private final Formats formats = Formats.of(schemas);
    private final StageSettings settings;
    private final Path state;

    DecidingStream(String bootstrap, Path state) {
        this.state = state;
        this.settings = StageSettings.from(Map.of(
                "kafka.bootstrap.servers", bootstrap,
                "instance-id", "bench",
                "topics.partitions", "1"));
    }

    /** Lets so many different records be kept, and measures with these many more, of which one in four is a copy. */
    List<Measured> measure(int kept, int more) {
        Preparation.topics(settings, EvaluatorTopology.topics());
        var records = new PlantedRecords(new PlantedExchanges(kept));
        feed(records, 0, kept + more);
        double rate;
        double perCpu;
        try (EvaluatorStream stream = stream(this::whole)) {
            stream.start();
            awaitDecided(kept);
            double before = decided();
            long cpu = CpuTime.nanosOfProcess();
            long start = System.nanoTime();
            awaitDecided(kept + more);
            double decided = decided() - before;
            rate = decided / ((System.nanoTime() - start) / 1e9);
            perCpu = decided / ((CpuTime.nanosOfProcess() - cpu) / 1e9);
        }
        double restart = restart(records, kept + more);
        return List.of(
                new Measured("all that the evaluator does", "records/s", rate, "what is wanted", WANTED_RATE),
                new Measured("and of one core", "rec/CPU-s", perCpu, "what is wanted", WANTED_RATE),
                new Measured("restart without state", "s", restart, "what is wanted", WANTED_SECONDS));
    }

    /** The same, of the task that decides for a dataset. */
    List<Measured> measureAlone(int kept, int more) {
        Preparation.topics(settings, Stream.concat(EvaluatorTopology.topics(), Stream.of(DRAFTS)));
        feed(new PlantedRecords(new PlantedExchanges(kept)), 0, kept + more);
        try (EvaluatorStream stream = stream(() -> alone(deciding -> deciding::draftAll));
                Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
            stream.start();
            await(() -> drafted(admin), kept + more);
        }
        try (EvaluatorStream stream = stream(() -> alone(deciding -> deciding::decideOnDrafts))) {
            stream.start();
            awaitDecided(kept);
            double before = decided();
            long start = System.nanoTime();
            awaitDecided(kept + more);
            double rate = (decided() - before) / ((System.nanoTime() - start) / 1e9);
            return List.of(
                    new Measured("decisions in one partition", "records/s", rate, "what is wanted", WANTED_RATE));
        }
    }

    /** Until the first decision. */
    private double restart(PlantedRecords records, int decided) {
        try {
            Directories.delete(state);
        } catch (IOException e) {
            throw new OperatorException("Cannot delete %s: %s".formatted(state, e.getMessage()), e);
        }
        feed(records, decided, 1);
        long start = System.nanoTime();
        try (EvaluatorStream stream = stream(this::whole)) {
            stream.start();
            awaitDecided(decided + 1);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private EvaluatorStream stream(Supplier<Topology> topology) {
        return new EvaluatorStream(
                settings,
                new StreamProperties(state, 1, Duration.ofMillis(200)),
                formats,
                new DeadLetters(schemas, counters),
                topology);
    }

    private Topology whole() {
        var windows = new RateWindows(Duration.ofSeconds(10), Duration.ofHours(1));
        return new EvaluatorTopology(
                        formats,
                        deciding(),
                        counters,
                        windows,
                        Policies.every(1_000),
                        new Sampling(0, 0),
                        Comparison.USUAL)
                .build();
    }

    private Topology alone(Function<DecidingTopology, BiConsumer<StreamsBuilder, String>> part) {
        var builder = new StreamsBuilder();
        part.apply(deciding()).accept(builder, DRAFTS);
        return builder.build();
    }

    private DecidingTopology deciding() {
        var evaluator = new Evaluator(
                new SplitShares(90, 5, 5), Scorer.all(), Build.current().producer("bench", "bench"));
        return new DecidingTopology(
                formats,
                new Limits(0.8, null, 1, List.of()),
                new Watchlist(LeakRule.USUAL, true, 0),
                evaluator,
                counters);
    }

    private void awaitDecided(int count) {
        await(this::decided, count);
    }

    private static void await(DoubleSupplier done, int count) {
        if (!Deadline.after(PATIENCE).await(() -> done.getAsDouble() >= count)) {
            throw new OperatorException(
                    "Only %,.0f of %,d records were done in time.".formatted(done.getAsDouble(), count));
        }
    }

    /** How many of what was fed have been drafted and committed. */
    private static double drafted(Admin admin) {
        try {
            return admin
                    .listConsumerGroupOffsets(StreamProperties.APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new OperatorException("The broker does not say how far it has come: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted", e);
        }
    }

    private double decided() {
        @Nullable Counter counter = registry.find(Metrics.STAGE_OUTPUTS).counter();
        return counter == null ? 0 : counter.count();
    }

    private void feed(PlantedRecords records, int first, int count) {
        var failure = new AtomicReference<@Nullable Exception>();
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka().get("bootstrap.servers"),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG,
                1 << 18,
                ProducerConfig.LINGER_MS_CONFIG,
                20);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = first; number < first + count; number++) {
                byte[] key = ("seed-" + number).getBytes(StandardCharsets.UTF_8);
                byte[] value = formats.verified().encode(records.accepted(number));
                var unused = producer.send(
                        new ProducerRecord<>(Topic.VERIFIED.name(), key, value),
                        (place, cause) -> failure.compareAndSet(null, cause));
            }
        }
        Exception cause = failure.get();
        if (cause != null) {
            throw new OperatorException("A record did not arrive: " + cause.getMessage(), cause);
        }
    }
}
