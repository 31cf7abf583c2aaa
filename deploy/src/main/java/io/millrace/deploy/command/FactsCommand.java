package io.millrace.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with facts. */
@Command(
        name = "facts",
        description = {
            "Load or look at the facts in topic facts.",
            "Claims are judged by them where the verification recipe says",
            "{check: reference-facts, settings: {topic: facts}}."
        },
        mixinStandardHelpOptions = true,
        subcommands = {FactsLoadCommand.class, FactsShowCommand.class})
final class FactsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say load or show.");
    }
}
