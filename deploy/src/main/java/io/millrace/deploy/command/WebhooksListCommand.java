package io.millrace.deploy.command;

import io.millrace.deploy.console.Printable;
import io.millrace.deploy.webhook.Message;
import io.millrace.deploy.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists what endpoints were told, are being told or will be. */
@Command(
        name = "list",
        description = {
            "List every event for every endpoint, with its failures and its next attempt.",
            "What was given up is among the dead letters; see 'millrace dlq list'."
        },
        mixinStandardHelpOptions = true)
final class WebhooksListCommand implements Callable<Integer> {

    private static final int MAX_NAME = 60;

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Override
    public Integer call() {
        List<Message> messages = new Webhooks(state.connect()).all(Instant.now());
        console.show(messages, text(messages));
        return ExitCode.OK;
    }

    static String text(List<Message> messages) {
        return messages.isEmpty()
                ? "No endpoint was to be told of anything."
                : messages.stream()
                        .map(message -> "%s  %s%s%s%s"
                                .formatted(
                                        message.event(),
                                        Printable.line(message.endpoint(), MAX_NAME),
                                        message.failures() == 0 ? "" : "  failures: " + message.failures(),
                                        message.nextAttempt() == null ? "" : "  next: " + message.nextAttempt(),
                                        message.disabled() ? "  (disabled)" : ""))
                        .collect(Collectors.joining("\n"));
    }
}
