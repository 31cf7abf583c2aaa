package io.millrace.deploy.command;

import io.millrace.deploy.factory.RunningFactory;
import java.util.Map;
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
        boolean wasUp = state.running().isPresent();
        state.running().ifPresent(RunningFactory::stop);
        console.show(Map.of("stopped", wasUp), wasUp ? "The factory has stopped." : "No factory was running.");
        return ExitCode.OK;
    }
}
