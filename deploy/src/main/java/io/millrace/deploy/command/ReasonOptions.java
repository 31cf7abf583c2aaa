package io.millrace.deploy.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Why an operator does something, and who it is; both are kept with what follows. */
final class ReasonOptions {

    private static final int MAX_REASON = 2_000;
    private static final int MAX_NAME = 200;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it; you by default.")
    private String by = "";

    /** 1 to 2,000 characters. */
    String reason() {
        require(!reason.isBlank() && reason.length() <= MAX_REASON, "A reason has 1 to 2,000 characters.");
        return reason;
    }

    /** 1 to 200 characters. */
    String by() {
        require(!by.isBlank() && by.length() <= MAX_NAME, "A name has 1 to 200 characters.");
        return by;
    }

    private void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }
}
