package io.millrace.verifier.code;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns one slot: it starts the slot's process, which by the kernel's rule dies with the thread that started it,
 * feeds it one order after the other, and replaces it whenever there is doubt about it.
 */
final class SlotWorker {

    /** Work, and where its result is awaited. */
    record Order<T>(Work<T> work, CompletableFuture<T> result) {

        Order(Work<T> work) {
            this(work, new CompletableFuture<>());
        }
    }

    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BACKOFF = Duration.ofMillis(100);

    private final SlotGroup group;
    private final Thread thread;
    private volatile @Nullable Slot slot;
    private String isolation = "";
    private String interpreter = "";

    SlotWorker(SlotGroup group, String name) {
        this.group = group;
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
                serve(group.nextOrder());
                warm();
            }
        } catch (InterruptedException closing) {
            // The group is closing; nobody waits for this thread's work any more.
        } finally {
            drop();
        }
    }

    /** Has a slot ready before it is wanted. Failure is told to the group and met again by the next order. */
    private void warm() throws InterruptedException {
        try {
            readySlot();
        } catch (RefusedException refused) {
            group.report(new SandboxState.Refused(refused.why()));
        } catch (IOException failed) {
            group.report(new SandboxState.Failing(failed.toString()));
        }
    }

    private void serve(Order<?> order) throws InterruptedException {
        try {
            for (int attempt = 1; !order.result().isDone(); attempt++) {
                attempt(order, attempt);
            }
        } finally {
            // An order is never left waiting, whatever happens to this thread.
            order.result().completeExceptionally(new SandboxException("the sandbox was closed", null));
        }
    }

    private <T> void attempt(Order<T> order, int attempt) throws InterruptedException {
        try {
            order.result().complete(runOnce(order.work()));
        } catch (RefusedException refused) {
            order.result().completeExceptionally(new SandboxException(refused.why(), refused));
        } catch (IOException failed) {
            drop();
            if (attempt == ATTEMPTS) {
                order.result()
                        .completeExceptionally(new SandboxException(
                                "the sandbox failed " + attempt + " times: " + failed.getMessage(), failed));
            } else {
                Thread.sleep(BACKOFF.multipliedBy(1L << attempt));
            }
        }
    }

    private <T> T runOnce(Work<T> work) throws IOException, RefusedException, InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (Errand errand : work.errands()) {
            Reply reply = readySlot().run(errand);
            replies.add(reply);
            if (reply.recycle()) {
                drop();
            }
            if (work.endsWith(reply)) {
                break;
            }
        }
        return work.result(replies, isolation, interpreter);
    }

    private Slot readySlot() throws IOException, RefusedException, InterruptedException {
        Slot ready = slot;
        if (ready == null) {
            ready = group.startSlot();
            slot = ready;
            isolation = ready.isolation();
            interpreter = ready.interpreter();
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
