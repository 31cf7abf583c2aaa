package io.millrace.deploy.command;

import io.millrace.deploy.deadletter.Letter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists all dead letters. */
@Command(name = "list", description = "List all dead letters.", mixinStandardHelpOptions = true)
final class DlqListCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final DlqOptions options = new DlqOptions();

    @Override
    public Integer call() {
        List<Letter> letters = options.letters().all();
        console.show(letters, text(letters));
        return ExitCode.OK;
    }

    static String text(List<Letter> letters) {
        return letters.isEmpty()
                ? "No dead letters."
                : letters.stream()
                        .map(letter -> "%-24s %-24s %s%s"
                                .formatted(
                                        letter.address(),
                                        letter.errorClass(),
                                        letter.replayable() ? "(may succeed later) " : "",
                                        letter.message()))
                        .collect(Collectors.joining("\n"));
    }
}
