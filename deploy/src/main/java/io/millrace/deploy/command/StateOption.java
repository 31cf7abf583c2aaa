package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.KnownFactory;
import io.millrace.deploy.factory.Layout;
import io.millrace.deploy.stream.Connection;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which local factory a command speaks of. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the local factory keeps its state; .millrace in the checkout by default.")
    private Path state = Home.find().usualState();

    Layout layout() {
        return new Layout(state);
    }

    Optional<KnownFactory> running() {
        return KnownFactory.find(layout()).filter(KnownFactory::alive);
    }

    /** Talks to the running factory. */
    Connection connect() {
        return new Connection(require().addresses());
    }

    KnownFactory require() {
        return running()
                .orElseThrow(() -> new OperatorException("No factory runs here. Start one with 'millrace up'."));
    }
}
