package io.millrace.deploy.command;

import io.millrace.deploy.factory.KnownFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Stops the local factory; its state stays. */
@Command(name = "down", description = "Stop the local factory; its state stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Override
    public Integer call() {
        Optional<KnownFactory> factory = KnownFactory.find(state.layout());
        boolean wasUp = factory.filter(KnownFactory::alive).isPresent();
        factory.ifPresent(KnownFactory::takeDown);
        console.show(Map.of("stopped", wasUp), wasUp ? "The factory has stopped." : "No factory was running.");
        return ExitCode.OK;
    }
}
