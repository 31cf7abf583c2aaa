package io.millrace.schemas.stage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Where records are worked on: most of them at once, as many as the window holds, and those that wait for something scarce in its lane. */
final class Lanes {

    private final WindowSettings window;
    private final AtomicInteger records;
    private final AtomicInteger inWindow = new AtomicInteger();
    private final AtomicLong bytesInLanes = new AtomicLong();
    private final ExecutorService open = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Lane, ThreadPoolExecutor> narrow = new HashMap<>();

    /**
     * Lanes without work.
     *
     * @param records shows how many records are worked on or wait for it
     */
    Lanes(WindowSettings window, AtomicInteger records) {
        this.window = window;
        this.records = records;
        records.set(0);
    }

    boolean isEmpty() {
        return records.get() == 0;
    }

    /** Whether more may be read. */
    boolean hasRoom() {
        return inWindow.get() < window.inFlight() && bytesInLanes.get() < window.laneBytes();
    }

    /** Works on a record of this many bytes, at once or when its lane is free. */
    void execute(Optional<Lane> lane, int bytes, Runnable work) {
        records.incrementAndGet();
        if (lane.isPresent()) {
            bytesInLanes.addAndGet(bytes);
            narrow.computeIfAbsent(lane.get(), Lanes::start).execute(() -> {
                bytesInLanes.addAndGet(-bytes);
                work(work);
            });
        } else {
            inWindow.incrementAndGet();
            open.execute(() -> {
                try {
                    work(work);
                } finally {
                    inWindow.decrementAndGet();
                }
            });
        }
    }

    private void work(Runnable work) {
        try {
            work.run();
        } finally {
            records.decrementAndGet();
        }
    }

    private static ThreadPoolExecutor start(Lane lane) {
        return new ThreadPoolExecutor(
                lane.width(),
                lane.width(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().factory());
    }

    /** Begins nothing new, and waits for what is under way; false where that takes too long. */
    boolean finish(Duration grace) throws InterruptedException {
        open.shutdown();
        narrow.values().forEach(lane -> {
            lane.shutdown();
            lane.getQueue().clear();
        });
        long end = System.nanoTime() + grace.toNanos();
        boolean done = open.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS);
        for (ThreadPoolExecutor lane : narrow.values()) {
            done &= lane.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return done;
    }

    /** Interrupts what is under way, without waiting for it. */
    void stop() {
        open.shutdownNow();
        narrow.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
