package io.millrace.deploy.command;

import io.millrace.deploy.result.KnownProposal;
import io.millrace.deploy.result.ProposalShelf;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what the weakest skills call for, and approves it. */
@Command(
        name = "propose",
        description = {
            "Tell what more the recipes of a dataset should make, by what trainers reported of the weakest skills.",
            "It is made at once where the recipe says 'feedback: {submit: true}'; otherwise --approve has it made."
        },
        mixinStandardHelpOptions = true)
final class ResultsProposeCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "DATASET", description = "The dataset.")
    private String dataset = "";

    @Option(names = "--approve", paramLabel = "ID", description = "Have one made; may be repeated.")
    private List<String> approved = List.of();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who approves it; you by default.")
    private String by = "";

    @Override
    public Integer call() {
        var shelf = new ProposalShelf(state.connect());
        approved.forEach(id -> shelf.approve(dataset, id, by));
        List<KnownProposal> known = shelf.of(dataset);
        console.show(
                known,
                known.isEmpty()
                        ? "Nothing is proposed."
                        : known.stream().map(KnownProposal::text).collect(Collectors.joining("\n")));
        return ExitCode.OK;
    }
}
