package io.millrace.verifier.code;

import io.millrace.verifier.code.SlotSettings.Layer;
import io.millrace.verifier.code.SlotWorker.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several slots for one language, each with a thread of its own; callers only wait, on whatever thread they are. */
final class SlotGroup implements AutoCloseable {

    /** From the best protection to the least that is enough. */
    private static final List<Set<Layer>> TIERS =
            List.of(Set.of(Layer.NAMESPACES, Layer.LANDLOCK), Set.of(Layer.NAMESPACES), Set.of(Layer.LANDLOCK));

    private final SlotSettings settings;
    private final LauncherFiles files;
    private final Optional<ControlGroups> controlGroups;
    private final List<String> foreign;
    private final BlockingQueue<Order<?>> orders = new LinkedBlockingQueue<>();
    private final Watchdog watchdog = new Watchdog();
    private final List<SlotWorker> workers;
    private final CompletableFuture<SandboxState> firstState = new CompletableFuture<>();
    private volatile @Nullable SandboxState state;
    private volatile boolean closed;
    private volatile @Nullable Start start;

    /** The interpreter and the layers with which slots start on this machine. */
    private record Start(Path python, Set<Layer> layers) {}

    /**
     * Starts the slots, without waiting for them.
     *
     * @param foreign what the launcher has to know of the language; empty for Python
     */
    SlotGroup(SlotSettings settings, LauncherFiles files, Optional<ControlGroups> controlGroups, List<String> foreign) {
        this.settings = settings;
        this.files = files;
        this.controlGroups = controlGroups;
        this.foreign = List.copyOf(foreign);
        workers = IntStream.range(0, settings.slots())
                .mapToObj(number -> new SlotWorker(this, "code-slot-" + number))
                .toList();
        workers.forEach(SlotWorker::start);
    }

    SandboxState state() {
        SandboxState known = state;
        return known == null ? firstState.join() : known;
    }

    /** Does the work in the next free slot, and again in another if that one fails. */
    <T> T run(Work<T> work) throws SandboxException, InterruptedException {
        Order<T> order = new Order<>(work);
        orders.add(order);
        if (closed) {
            refuseRest();
        }
        try {
            return order.result().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof SandboxException known
                    ? known
                    : new SandboxException("a run was lost", failed);
        } finally {
            // A caller that was interrupted no longer wants it.
            order.result().cancel(false);
        }
    }

    Order<?> nextOrder() throws InterruptedException {
        return orders.take();
    }

    void report(SandboxState next) {
        state = next;
        firstState.complete(next);
    }

    /** Starts a slot with the best protection that works here; it dies with the calling thread. */
    Slot startSlot() throws IOException, RefusedException, InterruptedException {
        if (closed) {
            throw new InterruptedException("the sandbox is closing");
        }
        Start known = start;
        Slot slot = known == null ? firstSlot() : newSlot(known);
        report(new SandboxState.Ready(slot.isolation(), slot.interpreter()));
        return slot;
    }

    /** Tries one tier after the other; all later slots start as the first one did. */
    private synchronized Slot firstSlot() throws IOException, RefusedException, InterruptedException {
        Path python = Interpreter.find(settings.python());
        List<String> refusals = new ArrayList<>();
        for (Set<Layer> tier : TIERS) {
            if (settings.layers().containsAll(tier)) {
                try {
                    Start tried = new Start(python, tier);
                    Slot slot = newSlot(tried);
                    start = tried;
                    return slot;
                } catch (RefusedException refused) {
                    refusals.add(refused.why());
                }
            }
        }
        throw new RefusedException("no protection against foreign code works here: "
                + (refusals.isEmpty() ? "none may be used" : String.join("; ", refusals)));
    }

    private Slot newSlot(Start how) throws IOException, RefusedException {
        return new Slot(how.python(), files.launcher(), how.layers(), controlGroups, foreign, watchdog);
    }

    private void refuseRest() {
        for (Order<?> order = orders.poll(); order != null; order = orders.poll()) {
            order.result().completeExceptionally(new SandboxException("the sandbox is closed", null));
        }
    }

    /** Ends the slots; runs under way fail. */
    @Override
    public void close() {
        closed = true;
        workers.forEach(SlotWorker::stop);
        watchdog.close();
        refuseRest();
    }
}
