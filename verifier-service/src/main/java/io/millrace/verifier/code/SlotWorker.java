package io.millrace.verifier.code;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns one slot: it starts the slot's process, which by the kernel's rule dies with the thread that started it,
 * feeds it one order after the other, and replaces it whenever there is doubt about it.
 */
final class SlotWorker {

    /** A job, its tests as they will be run, and where its run is awaited. */
    record Order(Job job, Exam exam, CompletableFuture<Run> run) {}

    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BACKOFF = Duration.ofMillis(100);

    private final SlotPool pool;
    private final Thread thread;
    private volatile @Nullable Slot slot;

    SlotWorker(SlotPool pool, String name) {
        this.pool = pool;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Ends the process and then the thread, and waits for both. */
    void stop() {
        thread.interrupt();
        drop();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            warm();
            while (true) {
                serve(pool.nextOrder());
                warm();
            }
        } catch (InterruptedException closing) {
            // The pool is closing; nobody waits for this thread's work any more.
        } finally {
            drop();
        }
    }

    /** Has a slot ready before it is wanted. Failure is told to the pool and met again by the next order. */
    private void warm() throws InterruptedException {
        try {
            readySlot();
        } catch (RefusedException refused) {
            pool.report(new SandboxState.Refused(refused.why()));
        } catch (IOException failed) {
            pool.report(new SandboxState.Failing(failed.toString()));
        }
    }

    private void serve(Order order) throws InterruptedException {
        try {
            for (int attempt = 1; !order.run().isDone(); attempt++) {
                attempt(order, attempt);
            }
        } finally {
            // An order is never left waiting, whatever happens to this thread.
            order.run().completeExceptionally(new SandboxException("the sandbox was closed", null));
        }
    }

    private void attempt(Order order, int attempt) throws InterruptedException {
        try {
            order.run().complete(runOnce(order.job(), order.exam()));
        } catch (RefusedException refused) {
            order.run().completeExceptionally(new SandboxException(refused.why(), refused));
        } catch (IOException failed) {
            drop();
            if (attempt == ATTEMPTS) {
                order.run()
                        .completeExceptionally(new SandboxException(
                                "the sandbox failed " + attempt + " times: " + failed.getMessage(), failed));
            } else {
                Thread.sleep(BACKOFF.multipliedBy(1L << attempt));
            }
        }
    }

    private Run runOnce(Job job, Exam exam) throws IOException, RefusedException, InterruptedException {
        Slot current = readySlot();
        Reply reply = current.run(job, exam);
        if (reply.recycle()) {
            drop();
        }
        Finding finding = Finding.of(job, exam, reply);
        Run.Usage usage = new Run.Usage(
                Duration.ofNanos(reply.cpuMicros() * 1000),
                Duration.ofNanos(reply.wallMicros() * 1000),
                reply.maxRssKb());
        return new Run(
                finding.reason(),
                finding.text(),
                finding.passed(),
                finding.total(),
                exam.harness(),
                usage,
                current.isolation(),
                current.interpreter());
    }

    private Slot readySlot() throws IOException, RefusedException, InterruptedException {
        Slot ready = slot;
        if (ready == null) {
            ready = pool.startSlot();
            slot = ready;
        }
        return ready;
    }

    private void drop() {
        Slot doubtful = slot;
        if (doubtful != null) {
            doubtful.close();
            slot = null;
        }
    }
}
