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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The processes of a factory that we started. */
public final class LocalFactory implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    /** How long a process that was killed may still hold its ports. */
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(20);

    private final Layout layout;
    private final Blueprint blueprint;
    private final Children children;
    private final Map<String, Child> running = new ConcurrentHashMap<>();
    private final Supervision supervision;
    private final Thread onInterrupt = new Thread(this::stop, "stop-factory");

    private LocalFactory(Layout layout, Blueprint blueprint, Children children, Consumer<String> announce) {
        this.layout = layout;
        this.blueprint = blueprint;
        this.children = children;
        this.supervision = new Supervision(this::begin, announce);
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
     * Starts a factory that ends with us. Until then its processes are started again if they end.
     *
     * @param foreignBroker the address of a broker to use; null for one of its own
     * @param announce is told of every process that is started again
     * @throws OperatorException if it cannot be started; then nothing is left running
     */
    public static LocalFactory temporary(
            Home home, Layout layout, FactoryPorts ports, @Nullable String foreignBroker, Consumer<String> announce) {
        layout.create();
        var factory = new LocalFactory(
                layout,
                Blueprint.draw(home, layout, Site.at(ports, foreignBroker)),
                Children.leashed(layout.logs(), layout.pids()),
                announce);
        Preflight.check(layout, factory.blueprint.members(), Duration.ZERO);
        factory.blueprint.site().remember(layout);
        factory.start(factory.blueprint.members());
        factory.blueprint.members().forEach(member -> factory.supervision.watch(member, factory.child(member.name())));
        return factory;
    }

    public Addresses addresses() {
        return blueprint.site().addresses();
    }

    /**
     * Does nothing as long as what ended could be started again.
     *
     * @throws OperatorException if a process ended too often to be started once more
     */
    public void requireSuccess() {
        supervision.requireSuccess();
    }

    /** Waits until a process ended too often to be started once more, and says so. */
    public OperatorException awaitDefeat() throws InterruptedException {
        return supervision.awaitDefeat();
    }

    /** Kills a process at once, as {@code kill -9} does. */
    public void kill(String name) {
        child(name).kill();
    }

    /** Whether a process answers. */
    public boolean ready(String name) {
        return blueprint.members().stream()
                .filter(member -> member.name().equals(name))
                .anyMatch(member -> member.ready().getAsBoolean());
    }

    @Override
    public void close() {
        release();
        stop();
    }

    private static LocalFactory lasting(Home home, Layout layout, Site site) {
        return new LocalFactory(
                layout, Blueprint.draw(home, layout, site), Children.lasting(layout.logs(), layout.pids()), line -> {});
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

    private Child begin(Member member) {
        layout.emptyTemporary(member.name());
        member.preparation().run();
        Child child = children.start(member.program());
        running.put(member.name(), child);
        return child;
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
        supervision.close();
        Shutdown.inOrder(running.values());
        children.close();
        running.keySet().forEach(layout::deleteTemporary);
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
