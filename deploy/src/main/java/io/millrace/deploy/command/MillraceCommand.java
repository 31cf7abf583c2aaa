package io.millrace.deploy.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it only says what there is. */
@Command(
        name = "millrace",
        description = "A factory for verified, traceable training data.",
        mixinStandardHelpOptions = true,
        version = "millrace 0.1.0",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PreviewCommand.class,
            SubmitCommand.class,
            RecipesCommand.class,
            ImportCommand.class,
            LineageCommand.class,
            ExportCommand.class,
            WithdrawCommand.class,
            ReviewsCommand.class,
            DlqCommand.class,
            VerifyCommand.class,
            GateCommand.class,
            WebhooksCommand.class,
            TrainerCommand.class,
            ResultsCommand.class,
            FactsCommand.class,
            BenchmarksCommand.class,
            HoldoutsCommand.class,
            FamiliesCommand.class,
            AuditCommand.class,
            BenchCommand.class
        })
public final class MillraceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** The command line, ready to execute. */
    public static CommandLine line() {
        return new CommandLine(new MillraceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say what to do.");
    }
}
