package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Child;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts processes again that end by themselves, until one of them ends too often. */
final class Supervision implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_ENDS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private final Function<Member, Child> starter;
    private final Consumer<String> announce;
    private final Map<String, Deque<Long>> ends = new HashMap<>();
    private final CompletableFuture<OperatorException> defeat = new CompletableFuture<>();
    private boolean closed;

    /**
     * Supervision of no process yet.
     *
     * @param announce is told of every process that is started again
     */
    Supervision(Function<Member, Child> starter, Consumer<String> announce) {
        this.starter = starter;
        this.announce = announce;
    }

    void watch(Member member, Child child) {
        // Not told by its handle, whose news come on a shared pool: all its threads may be waiting for the process that
        // has ended.
        Thread.startVirtualThread(() -> {
            while (child.alive()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            ended(member, child);
        });
    }

    /** @throws OperatorException if a process ended too often or could not be started again */
    void requireSuccess() {
        OperatorException failure = defeat.getNow(null);
        if (failure != null) {
            throw failure;
        }
    }

    /** Waits until a process ended too often or could not be started again. */
    OperatorException awaitDefeat() throws InterruptedException {
        try {
            return defeat.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on processes may end. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized void ended(Member member, Child child) {
        if (closed || defeat.isDone()) {
            return;
        }
        if (endsTooOften(member.name())) {
            defeat.complete(new OperatorException("The %s ended %d times within %d minutes; see %s."
                    .formatted(member.name(), MAX_ENDS, WINDOW.toMinutes(), child.log())));
            return;
        }
        try {
            watch(member, starter.apply(member));
            announce.accept("The %s has ended and was started again.".formatted(member.name()));
        } catch (OperatorException e) {
            defeat.complete(e);
        }
    }

    private boolean endsTooOften(String name) {
        Deque<Long> moments = ends.computeIfAbsent(name, key -> new ArrayDeque<>());
        moments.addLast(System.nanoTime());
        if (moments.size() < MAX_ENDS) {
            return false;
        }
        return moments.getLast() - moments.removeFirst() < WINDOW.toNanos();
    }
}
