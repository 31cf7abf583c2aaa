package io.millrace.deploy.command;

import io.millrace.deploy.fact.Facts;
import io.millrace.deploy.fact.KnownFact;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is known of a subject. */
@Command(
        name = "show",
        description = "Show what is known of a subject. Fails where nothing is.",
        mixinStandardHelpOptions = true)
final class FactsShowCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "SUBJECT", description = "What is asked about, in capital or small letters.")
    private String subject = "";

    @Override
    public Integer call() {
        List<KnownFact> known = new Facts(state.connect()).about(subject);
        console.show(
                known,
                known.isEmpty()
                        ? "Nothing is known of it."
                        : known.stream().map(KnownFact::text).collect(Collectors.joining("\n")));
        return known.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
