package io.millrace.schemas.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.wire.SchemaIds;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;

/**
 * A running stage: works on many records at once, lets them finish in any order, and writes their results, their dead letters and
 * its own position in one transaction. When Kafka or the registry fails, it starts again from the committed position.
 */
public final class WindowStage<V extends SpecificRecord> implements AutoCloseable {

    private final StageDefinition<V> definition;
    private final StageSettings settings;
    private final StageCodec<V> codec;
    private final StageMeters meters;
    private final StageThread thread;

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
        this.thread = new StageThread(definition.name(), this::work);
    }

    public void start() {
        thread.start();
    }

    public StageThread.State state() {
        return thread.state();
    }

    /** Finishes what is being worked on, as far as it finishes soon, and commits it. */
    @Override
    public void close() {
        thread.close();
    }

    private void work(CountDownLatch stop, Runnable onRunning) {
        Preparation.topics(settings, definition.topicNames());
        codec.register();
        try (var session = new StageSession<>(definition, settings, codec, meters, stop)) {
            session.run(onRunning);
        }
    }
}
