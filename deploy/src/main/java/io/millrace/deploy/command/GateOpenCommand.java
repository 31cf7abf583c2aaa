package io.millrace.deploy.command;

import io.millrace.deploy.gate.CheckGate;
import io.millrace.deploy.gate.Gates;
import io.millrace.schemas.Opening;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets retraining events out again. */
@Command(
        name = "open",
        description = "Open a check's gate; the versions that it held back are written and announced.",
        mixinStandardHelpOptions = true)
final class GateOpenCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "CHECK", description = "The check whose gate is closed, for instance math-answer.")
    private String check = "";

    @Mixin
    private final ReasonOptions why = new ReasonOptions();

    @Override
    public Integer call() {
        var opening = new Opening(why.by(), why.reason());
        CheckGate opened = new Gates(state.connect()).open(check, opening, Instant.now());
        console.show(opened, opened.text());
        return ExitCode.OK;
    }
}
