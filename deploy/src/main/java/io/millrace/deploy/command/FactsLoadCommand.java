package io.millrace.deploy.command;

import io.millrace.deploy.fact.Facts;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.FactLines;
import io.millrace.deploy.intake.Intake;
import io.millrace.schemas.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts facts into the running factory. */
@Command(
        name = "load",
        description = {
            "Put facts into the running factory, each in the place of what was known before of its subject and relation.",
            "Fails where a line was left out."
        },
        footerHeading = "%nWhat a line holds; ? marks what may be missing:%n",
        footer = {
            "  {\"subject\":\"gold\",\"relation\":\"symbol\",\"values\":[\"Au\"],\"source\":\"…\"?}",
            "The values are all that are true; an empty list removes what was known.",
            "Subjects and relations are the same in capital and small letters."
        },
        mixinStandardHelpOptions = true)
final class FactsLoadCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "FILE", description = "Facts, one JSON object a line.")
    private Path file = Path.of("");

    /** What the command says, for programs. */
    private record Loaded(long loaded, long removed, List<BadLine> badLines) {}

    @Override
    public Integer call() {
        Intake<Fact> facts = FactLines.read(file);
        console.complain(file, facts.bad());
        new Facts(state.connect()).load(facts.good());
        long removed =
                facts.good().stream().filter(fact -> fact.getValues().isEmpty()).count();
        long loaded = facts.good().size() - removed;
        console.show(
                new Loaded(loaded, removed, facts.bad()),
                "%,d facts were loaded, and %,d removed.".formatted(loaded, removed));
        return facts.bad().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
