package io.millrace.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with benchmarks. */
@Command(
        name = "benchmarks",
        description = {
            "Say what models are measured by. Records that give it away are dropped as CONTAMINATED;",
            "what was kept before a benchmark was known is found by 'scan'."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchmarksAddCommand.class,
            BenchmarksListCommand.class,
            BenchmarksRemoveCommand.class,
            BenchmarksScanCommand.class
        })
final class BenchmarksCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say add, list, remove or scan.");
    }
}
