package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.stage.Preparation;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.RegistryException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology, from the wait for Kafka and the registry to its end. */
public final class EvaluatorStream implements AutoCloseable {

    /** What the topology is doing, for health checks. */
    public enum State {
        /** Waiting for Kafka and the registry, or taking partitions over. */
        STARTING,
        RUNNING,
        /** Broken beyond repair: the process must be restarted. */
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(EvaluatorStream.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final StageSettings settings;
    private final StreamProperties properties;
    private final Formats formats;
    private final DeadLetters letters;
    private final Supplier<Topology> topology;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread starter = Thread.ofPlatform().name("evaluator-start").unstarted(this::run);
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean failed;

    public EvaluatorStream(
            StageSettings settings,
            StreamProperties properties,
            Formats formats,
            DeadLetters letters,
            Supplier<Topology> topology) {
        this.settings = settings;
        this.properties = properties;
        this.formats = formats;
        this.letters = letters;
        this.topology = topology;
    }

    public void start() {
        starter.start();
    }

    public State state() {
        KafkaStreams running = streams;
        if (failed) {
            return State.FAILED;
        }
        if (running == null) {
            return State.STARTING;
        }
        return switch (running.state()) {
            case RUNNING -> State.RUNNING;
            case CREATED, REBALANCING -> State.STARTING;
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> State.FAILED;
        };
    }

    /**
     * Where the evaluated record of a candidate lies.
     *
     * @throws NotRunningException if the topology cannot tell yet
     */
    public Optional<Coordinates> placeOf(String candidateId) throws NotRunningException {
        return lookUp(EvaluatorTopology.LINEAGE_STORE, candidateId);
    }

    /**
     * How the candidates of a seed compare.
     *
     * @throws NotRunningException if the topology cannot tell yet
     */
    public Optional<SeedGroups> groupsOf(String seedId) throws NotRunningException {
        return lookUp(GroupTopology.GROUPS, seedId);
    }

    private <V> Optional<V> lookUp(String store, String key) throws NotRunningException {
        KafkaStreams running = streams;
        if (running == null) {
            throw new NotRunningException();
        }
        try {
            var query = StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore());
            return Optional.ofNullable(running.store(query).get(key));
        } catch (InvalidStateStoreException | IllegalStateException notRunning) {
            throw new NotRunningException(notRunning);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        if (starter.isAlive()) {
            awaitStarter();
        }
        KafkaStreams running = streams;
        if (running != null) {
            running.close(STOP_TIMEOUT);
        }
    }

    private void awaitStarter() {
        try {
            starter.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                Preparation.topics(settings, EvaluatorTopology.topics());
                formats.register();
                letters.register();
                launch();
                return;
            } catch (KafkaException | RegistryException e) {
                LOG.atWarn()
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("waiting for Kafka and the registry: {}", e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                failed = true;
                LOG.atError().setCause(e).log("the topology cannot start");
                return;
            }
        }
    }

    private void launch() {
        var created = new KafkaStreams(topology.get(), properties.of(settings, letters));
        created.setUncaughtExceptionHandler(new ThreadFailures());
        try {
            created.start();
            streams = created;
        } catch (KafkaException e) {
            created.close(STOP_TIMEOUT);
            if (e instanceof TaskCorruptedException) {
                // A killed process leaves global stores open, and Kafka Streams heals only those of tasks
                // (KAFKA-21034).
                LOG.atWarn().log("stores that were not closed are made anew from Kafka");
                created.cleanUp();
            }
            throw e;
        }
    }

    private void pause() {
        try {
            stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }
}
