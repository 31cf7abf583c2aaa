package io.millrace.deploy.command;

import io.millrace.deploy.gate.CheckGate;
import io.millrace.deploy.gate.Gates;
import io.millrace.schemas.Opening;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets retraining events out again. */
@Command(
        name = "open",
        description = "Open a check's gate; the versions that it held back are written and announced.",
        mixinStandardHelpOptions = true)
final class GateOpenCommand implements Callable<Integer> {

    private static final int MAX_REASON = 2_000;

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(paramLabel = "CHECK", description = "The check whose gate is closed, for instance math-answer.")
    private String check = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why events may go out again; it is kept with the gate.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who opens it; you by default.")
    private String openedBy = "";

    @Override
    public Integer call() {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new ParameterException(
                    command.commandLine(), "A reason has 1 to %,d characters.".formatted(MAX_REASON));
        }
        CheckGate opened = new Gates(state.connect()).open(check, new Opening(openedBy, reason), Instant.now());
        console.show(opened, opened.text());
        return ExitCode.OK;
    }
}
