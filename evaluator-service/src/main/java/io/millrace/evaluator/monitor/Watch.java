package io.millrace.evaluator.monitor;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that keep the boards and the lags up to date, for as long as the service runs. */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<Thread> threads;

    /** @param lagEvery how often lags are looked up */
    public Watch(RateBoard board, LagMonitor lags, GateBoard gates, RecipeBoard recipes, Duration lagEvery) {
        this.threads = List.of(
                thread("rate-board", board::run),
                thread("lag-monitor", () -> lags.run(lagEvery)),
                thread("gate-board", gates::look),
                thread("recipe-board", recipes::look));
    }

    /** Something that is done again as soon as it ends, or Kafka fails, until its thread is interrupted. */
    private interface Endless {
        void run() throws InterruptedException;
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private static Thread thread(String name, Endless work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(() -> repeat(name, work));
    }

    private static void repeat(String name, Endless work) {
        try {
            while (true) {
                runOnce(name, work);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException | InterruptException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runOnce(String name, Endless work) throws InterruptedException {
        try {
            work.run();
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            // Whatever it was, watching goes on.
            LOG.atWarn()
                    .addKeyValue("watch", name)
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("looking again soon: {}", e.getMessage());
        }
    }
}
