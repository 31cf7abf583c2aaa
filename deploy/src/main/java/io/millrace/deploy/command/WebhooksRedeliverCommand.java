package io.millrace.deploy.command;

import io.millrace.deploy.webhook.Message;
import io.millrace.deploy.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has endpoints told of an event again. */
@Command(
        name = "redeliver",
        description = "Tell each endpoint of an event again, under the event's own id and with a new signature.",
        mixinStandardHelpOptions = true)
final class WebhooksRedeliverCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "EVENT", description = "The event's id.")
    private String event = "";

    @Override
    public Integer call() {
        List<Message> messages = new Webhooks(state.connect()).redeliver(event, Instant.now());
        console.show(messages, WebhooksListCommand.text(messages));
        return ExitCode.OK;
    }
}
