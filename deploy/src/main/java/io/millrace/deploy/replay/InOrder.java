package io.millrace.deploy.replay;

import io.millrace.deploy.console.OperatorException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does several pieces of work at once, and hands on their results in the order in which they were given. Used by one thread. */
final class InOrder<R> implements AutoCloseable {

    /** Pieces for each thread that wait or are done but not handed on, so that a slow one does not hold up the others. */
    private static final int AHEAD = 16;

    private final ExecutorService threads;
    private final int places;
    private final Consumer<R> results;
    private final Queue<Future<R>> underWay = new ArrayDeque<>();

    InOrder(int atOnce, Consumer<R> results) {
        this.threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        this.places = atOnce * AHEAD;
        this.results = results;
    }

    /** Takes on a piece of work; waits for the oldest one where too many are under way. */
    void submit(Callable<R> work) {
        if (underWay.size() == places) {
            handOn(underWay.remove());
        }
        underWay.add(threads.submit(work));
    }

    /** Waits for the rest. */
    void finish() {
        while (!underWay.isEmpty()) {
            handOn(underWay.remove());
        }
    }

    private void handOn(Future<R> done) {
        try {
            results.accept(done.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
