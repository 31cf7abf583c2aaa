package io.millrace.deploy.command;

import io.millrace.deploy.deadletter.Letter;
import io.millrace.deploy.deadletter.LetterAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends dead records again to where they came from. */
@Command(
        name = "replay",
        description = {
            "Send dead records again to where they came from; the letters stay.",
            "Without addresses: all whose stage said that they may succeed later."
        },
        mixinStandardHelpOptions = true)
final class DlqReplayCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final DlqOptions options = new DlqOptions();

    @Parameters(paramLabel = "ADDRESS", description = "Where it lies, for instance candidates.dlq/0/17.")
    private List<String> addresses = List.of();

    @Override
    public Integer call() {
        List<Letter> replayed = options.letters()
                .replay(addresses.stream().map(LetterAddress::parse).collect(Collectors.toSet()));
        console.show(replayed, "%,d records were sent again.".formatted(replayed.size()));
        return replayed.size() < addresses.size() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
