package io.millrace.schemas.stage;

import io.millrace.schemas.wire.RegistryException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works in one session after another on a thread of its own: when Kafka or the registry fails, a new session begins. */
public final class StageThread implements AutoCloseable {

    /** What a stage is doing, for health checks. */
    public enum State {
        /** Waiting for Kafka and the registry. */
        STARTING,
        RUNNING,
        /** Broken beyond repair: the process must be restarted. */
        FAILED,
        STOPPED
    }

    /** The work from what Kafka knows to be done until the stage stops. */
    @FunctionalInterface
    public interface Session {

        /**
         * Works until the latch is open.
         *
         * @param onRunning to be called once everything is there
         * @throws KafkaException after which another session may fare better
         * @throws RegistryException after which another session may fare better
         */
        void run(CountDownLatch stop, Runnable onRunning);
    }

    private static final Logger LOG = LoggerFactory.getLogger(StageThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final String name;
    private final Session session;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile State state = State.STARTING;

    public StageThread(String name, Session session) {
        this.name = name;
        this.session = session;
        this.thread = Thread.ofPlatform().name("stage-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public State state() {
        return state;
    }

    /** Opens the latch, and waits for the session to end. */
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
                session.run(stop, () -> state = State.RUNNING);
            } catch (KafkaException | RegistryException e) {
                state = State.STARTING;
                LOG.atWarn()
                        .addKeyValue("stage", name)
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("starting again from the committed position: {}", e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                state = State.FAILED;
                LOG.atError().addKeyValue("stage", name).setCause(e).log("stage failed");
                return;
            }
        }
        state = State.STOPPED;
    }

    private void pause() {
        try {
            stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }
}
