package io.millrace.deploy.run;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Addresses;
import io.millrace.deploy.factory.FactoryPorts;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.KnownFactory;
import io.millrace.deploy.factory.Layout;
import io.millrace.deploy.factory.LocalFactory;
import io.millrace.deploy.stream.Connection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The factory that a command works with: the one that runs already, or a temporary one that ends with the command. */
public final class Session implements AutoCloseable {

    private final Addresses addresses;
    private final @Nullable LocalFactory temporary;

    private Session(Addresses addresses, @Nullable LocalFactory temporary) {
        this.addresses = addresses;
        this.temporary = temporary;
    }

    /**
     * Finds a factory to work with.
     *
     * @param state where a temporary factory keeps its state; empty or missing
     * @param announce is told of every process of a temporary factory that is started again
     */
    public static Session open(Optional<KnownFactory> running, Path state, Consumer<String> announce) {
        if (running.isPresent()) {
            return new Session(running.get().addresses(), null);
        }
        LocalFactory factory =
                LocalFactory.temporary(Home.find(), new Layout(state), FactoryPorts.free(), null, announce);
        return new Session(factory.addresses(), factory);
    }

    public Addresses addresses() {
        return addresses;
    }

    public Connection connect() {
        return new Connection(addresses);
    }

    public boolean isTemporary() {
        return temporary != null;
    }

    /**
     * Does nothing as long as the factory can be kept running.
     *
     * @throws OperatorException if a process of a temporary factory keeps ending
     */
    public void requireSuccess() {
        if (temporary != null) {
            temporary.requireSuccess();
        }
    }

    /** Keeps a temporary factory running for as long as that is possible; then the failure says what went wrong. */
    public void keepRunning() throws InterruptedException {
        if (temporary != null) {
            throw temporary.awaitDefeat();
        }
    }

    @Override
    public void close() {
        if (temporary != null) {
            temporary.close();
        }
    }
}
