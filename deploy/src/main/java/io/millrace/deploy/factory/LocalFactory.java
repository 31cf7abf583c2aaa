package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The processes of a factory that we started. */
public final class LocalFactory implements AutoCloseable {

    /** The share of answers that the embedded apprentice gets wrong on purpose in every local factory. */
    public static final double APPRENTICE_MISTAKE_RATE = 0.2;

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Blueprint blueprint;
    private final Children children;
    private final Map<String, Child> running = new ConcurrentHashMap<>();
    private final Thread onInterrupt = new Thread(this::stop, "stop-factory");

    private LocalFactory(Blueprint blueprint, Children children) {
        this.blueprint = blueprint;
        this.children = children;
    }

    /**
     * Starts a factory that stays when we end.
     *
     * @throws OperatorException if it cannot be started; then nothing is left running
     */
    public static void launch(Home home, Layout layout, FactoryPorts ports) {
        prepare(layout, ports);
        var factory = new LocalFactory(
                Blueprint.draw(home, layout, ports, null), Children.lasting(layout.logs(), layout.pids()));
        factory.start(layout);
        factory.release();
    }

    /**
     * Starts a factory that ends with us.
     *
     * @param foreignBroker the address of a broker to use; null for one of its own
     * @throws OperatorException if it cannot be started; then nothing is left running
     */
    public static LocalFactory temporary(Home home, Layout layout, FactoryPorts ports, @Nullable String foreignBroker) {
        prepare(layout, ports);
        var factory = new LocalFactory(
                Blueprint.draw(home, layout, ports, foreignBroker), Children.leashed(layout.logs(), layout.pids()));
        factory.start(layout);
        return factory;
    }

    public Addresses addresses() {
        return blueprint.addresses();
    }

    /** Kills a process at once, as {@code kill -9} does. */
    public void kill(String name) {
        child(name).kill();
    }

    /** Starts a process that has ended, and waits until it is ready. */
    public void restart(String name) {
        Member member = blueprint.members().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        begin(member);
        awaitReady(member, Deadline.after(START_PATIENCE));
    }

    @Override
    public void close() {
        release();
        stop();
    }

    private static void prepare(Layout layout, FactoryPorts ports) {
        layout.create();
        Preflight.check(layout, ports);
    }

    private void start(Layout layout) {
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            blueprint.members().forEach(this::begin);
            Deadline deadline = Deadline.after(START_PATIENCE);
            blueprint.members().forEach(member -> awaitReady(member, deadline));
            RunningFactory.remember(layout, addresses());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin(Member member) {
        running.put(member.name(), children.start(member.program()));
    }

    private void awaitReady(Member member, Deadline deadline) {
        Child child = child(member.name());
        deadline.await(() -> !child.alive() || member.ready().getAsBoolean());
        if (!child.alive() || !member.ready().getAsBoolean()) {
            throw new OperatorException("The %s %s; see %s."
                    .formatted(
                            member.name(),
                            child.alive() ? "was not ready in time" : "ended before it was ready",
                            child.log()));
        }
    }

    private Child child(String name) {
        return Optional.ofNullable(running.get(name)).orElseThrow(() -> new NoSuchElementException(name));
    }

    private void stop() {
        Shutdown.inOrder(running.values());
        children.close();
    }

    /** From now on the processes outlive an interrupt. */
    private void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook runs.
        }
    }
}
