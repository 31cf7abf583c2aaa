package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.FactoryPorts;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.KnownFactory;
import io.millrace.deploy.factory.LocalFactory;
import io.millrace.deploy.factory.ServiceSettings;
import io.millrace.deploy.factory.StateLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the local factory, or what is down of it, and leaves it running. */
@Command(
        name = "up",
        description = {
            "Start the local factory and leave it running.",
            "Where part of it is down, just that is started again, on the same ports and with the same state,"
                    + " but in the environment of this call."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Option(
            names = "--first-port",
            paramLabel = "PORT",
            description =
                    "Use nine ports from this one on instead of the usual ones; remembered until 'millrace down'.")
    private @Nullable Integer firstPort;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings of the services, as YAML; remembered with the state and read whenever they start.")
    private @Nullable Path settings;

    @Override
    public Integer call() {
        List<String> startedAgain = StateLock.alone(state.layout(), this::startWhatIsDown);
        return StatusCommand.show(console, state.require(), startedAgain);
    }

    private List<String> startWhatIsDown() {
        Optional<KnownFactory> known = KnownFactory.find(state.layout());
        return known.isPresent() ? startAgain(known.get()) : start();
    }

    private List<String> start() {
        if (settings != null) {
            new ServiceSettings(settings).copyTo(state.layout());
        }
        FactoryPorts ports = firstPort == null ? FactoryPorts.usual() : FactoryPorts.from(firstPort);
        LocalFactory.launch(Home.find(), state.layout(), ports);
        return List.of();
    }

    private List<String> startAgain(KnownFactory factory) {
        if (firstPort != null && !FactoryPorts.from(firstPort).equals(factory.ports())) {
            if (!factory.alive()) {
                return start();
            }
            throw new OperatorException(
                    "The factory runs on other ports already, its dashboard at %s. 'millrace down' stops it."
                            .formatted(factory.addresses().dashboard()));
        }
        if (settings != null) {
            throw new OperatorException(
                    "The factory runs already, and its services read their settings when they start. 'millrace down' stops it.");
        }
        if (factory.whole()) {
            return List.of();
        }
        List<String> startedAgain = LocalFactory.repair(Home.find(), factory);
        console.say("Started again: %s.\n".formatted(String.join(", ", startedAgain)));
        return startedAgain;
    }
}
