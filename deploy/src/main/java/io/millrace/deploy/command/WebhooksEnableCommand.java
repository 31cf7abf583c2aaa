package io.millrace.deploy.command;

import io.millrace.deploy.webhook.Webhooks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets an endpoint be told of events again that answered that it is gone. */
@Command(
        name = "enable",
        description = {
            "Let an endpoint be told of events again that answered that it is gone.",
            "What it missed is among the dead letters; see 'millrace dlq replay'."
        },
        mixinStandardHelpOptions = true)
final class WebhooksEnableCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "ENDPOINT", description = "Its name in the evaluator's settings.")
    private String endpoint = "";

    /** What the command says, for programs. */
    private record Enabled(String enabled) {}

    @Override
    public Integer call() {
        new Webhooks(state.connect()).enable(endpoint);
        console.show(new Enabled(endpoint), "The endpoint is told of events again.");
        return ExitCode.OK;
    }
}
