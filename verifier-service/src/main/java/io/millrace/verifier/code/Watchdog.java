package io.millrace.verifier.code;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends slots that stop answering. It looks at all of them from time to time: an alarm set for each run, and taken back,
 * would wake a thread as often as there are runs.
 */
final class Watchdog implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(250);

    private final Set<Slot> slots = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("code-slot-watchdog").factory());

    Watchdog() {
        var unused = timer.scheduleAtFixedRate(
                () -> slots.forEach(Slot::endIfLate), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void watch(Slot slot) {
        slots.add(slot);
    }

    void forget(Slot slot) {
        slots.remove(slot);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
