package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.FactoryPorts;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.LocalFactory;
import io.millrace.deploy.factory.RunningFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the local factory and leaves it running. */
@Command(name = "up", description = "Start the local factory and leave it running.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Option(
            names = "--first-port",
            paramLabel = "PORT",
            description = "Use nine ports from this one on instead of the usual ones.")
    private @Nullable Integer firstPort;

    @Override
    public Integer call() {
        Optional<RunningFactory> running = state.running();
        if (running.isEmpty()) {
            FactoryPorts ports = firstPort == null ? FactoryPorts.usual() : FactoryPorts.from(firstPort);
            LocalFactory.launch(Home.find(), state.layout(), ports);
        } else if (!running.get().whole()) {
            throw new OperatorException(
                    "Part of the factory runs already; see 'millrace status', or stop it with 'millrace down'.");
        }
        return StatusCommand.show(console, state.require());
    }
}
