package io.millrace.schemas.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.SchemaIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running stage: works on many records at once, lets them finish in any order, and writes their results, their dead letters and
 * its own position in one transaction. When Kafka or the registry fails, it starts again from the committed position.
 */
public final class WindowStage<V extends SpecificRecord> implements AutoCloseable {

    /** What a stage is doing, for health checks. */
    public enum State {
        /** Waiting for Kafka and the registry. */
        STARTING,
        RUNNING,
        /** Broken beyond repair: the process must be restarted. */
        FAILED,
        STOPPED
    }

    private static final Logger LOG = LoggerFactory.getLogger(WindowStage.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final StageDefinition<V> definition;
    private final StageSettings settings;
    private final StageCodec<V> codec;
    private final StageMeters meters;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile State state = State.STARTING;

    public WindowStage(
            StageDefinition<V> definition,
            StageSettings settings,
            SchemaIds ids,
            MeterRegistry registry,
            InstantSource clock) {
        this.definition = definition;
        this.settings = settings;
        this.codec = new StageCodec<>(definition, ids, clock);
        this.meters = new StageMeters(definition, registry);
        this.thread = Thread.ofPlatform().name("stage-" + definition.name()).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public State state() {
        return state;
    }

    /** Finishes what is being worked on, as far as it finishes soon, and commits it. */
    @Override
    public void close() {
        stop.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (thread.isAlive()) {
                thread.join(STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                prepare();
                try (var session = new StageSession<>(definition, settings, codec, meters, stop)) {
                    session.run(() -> state = State.RUNNING);
                }
            } catch (KafkaException | RegistryException e) {
                state = State.STARTING;
                LOG.atWarn()
                        .addKeyValue("stage", definition.name())
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("starting again from the committed position: {}", e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                state = State.FAILED;
                LOG.atError()
                        .addKeyValue("stage", definition.name())
                        .setCause(e)
                        .log("stage failed");
                return;
            }
        }
        state = State.STOPPED;
    }

    private void prepare() {
        Preparation.topics(settings, definition.topicNames());
        codec.register();
    }

    private void pause() {
        try {
            stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }
}
