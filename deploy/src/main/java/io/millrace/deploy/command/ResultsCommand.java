package io.millrace.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What models can do that were trained on a dataset. */
@Command(
        name = "results",
        description = "Report what models can do that were trained on a dataset, and see what each version changed.",
        mixinStandardHelpOptions = true,
        subcommands = {ResultsReportCommand.class, ResultsListCommand.class, ResultsProposeCommand.class})
final class ResultsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say what to do.");
    }
}
