package io.millrace.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done about endpoints on the web. */
@Command(
        name = "webhooks",
        description = "See what endpoints on the web are told of retraining events, or have them told again.",
        mixinStandardHelpOptions = true,
        subcommands = {WebhooksListCommand.class, WebhooksRedeliverCommand.class, WebhooksEnableCommand.class})
final class WebhooksCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say list, redeliver or enable.");
    }
}
