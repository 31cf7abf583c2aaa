package io.millrace.deploy.command;

import io.millrace.deploy.deadletter.Letter;
import io.millrace.deploy.deadletter.LetterAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one dead letter whole. */
@Command(name = "show", description = "Show one dead letter whole.", mixinStandardHelpOptions = true)
final class DlqShowCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final DlqOptions options = new DlqOptions();

    @Parameters(paramLabel = "ADDRESS", description = "Where it lies, for instance candidates.dlq/0/17.")
    private String address = "";

    @Override
    public Integer call() {
        Letter letter = options.letters().at(LetterAddress.parse(address));
        console.show(letter, text(letter));
        return ExitCode.OK;
    }

    private static String text(Letter letter) {
        return """
                %s, once %s, under key %s
                  failed in     %s at %s, attempt %d%s
                  because       %s: %s
                  may succeed later: %s
                  bytes in Base64
                %s""".formatted(
                        letter.address(),
                        letter.from(),
                        letter.key(),
                        letter.service(),
                        letter.failedAt(),
                        letter.attempt(),
                        letter.sampleIndex() == null ? "" : ", sample " + letter.sampleIndex(),
                        letter.errorClass(),
                        letter.message(),
                        letter.replayable() ? "yes" : "no",
                        letter.value());
    }
}
