package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The processes of a factory that we started. */
public final class LocalFactory implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    /** How long a process that was killed may still hold its ports. */
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(20);

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
        layout.create();
        LocalFactory factory = lasting(home, layout, Site.at(ports, null));
        Preflight.check(layout, factory.blueprint.members(), Duration.ZERO);
        // Whoever starts it again after a start that broke off must find what runs already.
        factory.blueprint.site().remember(layout);
        try {
            factory.start(factory.blueprint.members());
        } catch (RuntimeException e) {
            Site.forget(layout);
            throw e;
        }
        factory.release();
    }

    /**
     * Starts again what has ended of a factory that stays when we end; nothing that runs is touched.
     *
     * @return the names of what was started
     * @throws OperatorException if something cannot be started; then only what ran before is left running
     */
    public static List<String> repair(Home home, KnownFactory damaged) {
        damaged.layout().create();
        LocalFactory factory = lasting(home, damaged.layout(), damaged.site());
        List<Member> lacking = factory.blueprint.members().stream()
                .filter(member -> damaged.lacks(member.name()))
                .toList();
        Preflight.check(damaged.layout(), lacking, PORT_PATIENCE);
        factory.start(lacking);
        factory.release();
        return lacking.stream().map(Member::name).toList();
    }

    /**
     * Starts a factory that ends with us.
     *
     * @param foreignBroker the address of a broker to use; null for one of its own
     * @throws OperatorException if it cannot be started; then nothing is left running
     */
    public static LocalFactory temporary(Home home, Layout layout, FactoryPorts ports, @Nullable String foreignBroker) {
        layout.create();
        var factory = new LocalFactory(
                Blueprint.draw(home, layout, Site.at(ports, foreignBroker)),
                Children.leashed(layout.logs(), layout.pids()));
        Preflight.check(layout, factory.blueprint.members(), Duration.ZERO);
        factory.blueprint.site().remember(layout);
        factory.start(factory.blueprint.members());
        return factory;
    }

    public Addresses addresses() {
        return blueprint.site().addresses();
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

    private static LocalFactory lasting(Home home, Layout layout, Site site) {
        return new LocalFactory(Blueprint.draw(home, layout, site), Children.lasting(layout.logs(), layout.pids()));
    }

    private void start(List<Member> members) {
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            members.forEach(this::begin);
            Deadline deadline = Deadline.after(START_PATIENCE);
            members.forEach(member -> awaitReady(member, deadline));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin(Member member) {
        member.preparation().run();
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
