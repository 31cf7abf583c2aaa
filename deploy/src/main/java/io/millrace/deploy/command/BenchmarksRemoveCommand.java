package io.millrace.deploy.command;

import io.millrace.deploy.benchmark.BenchmarkShelf;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a benchmark. */
@Command(
        name = "remove",
        description = "Remove a benchmark. What was dropped for it stays dropped.",
        mixinStandardHelpOptions = true)
final class BenchmarksRemoveCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "NAME", description = "The benchmark's name.")
    private String name = "";

    @Override
    public Integer call() {
        new BenchmarkShelf(state.connect()).remove(name);
        console.show(Map.of("removed", name), "Records are no longer held against %s.".formatted(name));
        return ExitCode.OK;
    }
}
