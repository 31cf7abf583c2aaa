package io.millrace.deploy.command;

import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.Intake;
import io.millrace.deploy.intake.Recipe;
import io.millrace.deploy.intake.RecipeFile;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts seeds into the running factory. */
@Command(
        name = "submit",
        description = "Put seeds into the running factory. Fails where a line was left out.",
        footerHeading = "%nWhat a line holds; ? marks what may be missing:%n",
        footer = {
            "  {\"id\":\"…\",\"kind\":\"…\",\"prompt\":\"…\",\"reference\":{…},\"source\":{\"name\":\"…\",",
            "   \"license\":\"MIT\"?,\"real\":true?,\"split\":\"test\"?},\"samples\":1?,\"language\":\"en\"?,",
            "   \"domain\":\"…\"?,\"difficulty\":\"…\"?,\"protectedCase\":true?,",
            "   \"budget\":{\"tokens\":9000?,\"costMicros\":50?}?,",
            "   \"strategy\":{\"name\":\"…\",\"parameters\":{…}?}?}",
            "Without kind, prompt and reference, where the strategy makes the task. The reference by kind:",
            "  math        {\"answer\":\"18\"}",
            "  text        {\"answer\":\"…\",\"policy\":{\"ignoreCase\":true,…}?}",
            "  code        {\"language\":\"python\",\"entryPoint\":\"f\",\"tests\":\"…\",\"solution\":\"…\"?,",
            "               \"buggySource\":\"…\"?,\"generatedTests\":true?}; in place of entryPoint",
            "               and tests also \"cases\":[{\"input\":\"…\",\"output\":\"…\"},…]",
            "  chat        {\"constraints\":[{…},…]?,\"documents\":[{…},…]?,\"grounding\":{…}?,",
            "               \"claims\":{…}?,\"expectedHandling\":\"refuse\"?,\"rubric\":\"…\"?}",
            "  structured  {\"schema\":{…},\"expected\":…?}",
            "  tool        {\"tools\":[…],\"world\":{…},\"goal\":{…}}",
            "A solution must pass the tests; what is to be repaired (buggySource) must fail them, and tests that a model"
                    + " wrote (generatedTests) must notice faults put into the solution: both need one."
        },
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(
            paramLabel = "FILE",
            description = "Seeds, one JSON object a line; or a recipe, whose name ends in .yaml or .yml.")
    private Path file = Path.of("");

    @Option(names = "--dataset", description = "Where what is kept goes; ${DEFAULT-VALUE} by default.")
    private String dataset = "submitted";

    /** What the command says, for programs. */
    private record Submitted(String submission, long seeds, List<BadLine> badLines) {}

    @Override
    public Integer call() {
        Submission submission = Submissions.begin("submit", dataset);
        return isRecipe() ? submitRecipe(submission) : submitLines(submission);
    }

    private int submitRecipe(Submission submission) {
        Intake<Recipe.Part> parts = new RecipeFile().read(file);
        var recipe = new Recipe(parts.good());
        return send(submission, recipe.seeds(submission), recipe.seedCount(), parts.bad());
    }

    private int submitLines(Submission submission) {
        Intake<Seed> seeds = SeedLines.read(file, submission);
        return send(submission, seeds.good().stream(), seeds.good().size(), seeds.bad());
    }

    private int send(Submission submission, Stream<Seed> seeds, long count, List<BadLine> bad) {
        console.complain(file, bad);
        var addresses = state.require().addresses();
        var connection = new Connection(addresses);
        connection.ensure(List.of(Topic.SEEDS));
        try (var feed = new Feed<>(connection, Topic.SEEDS)) {
            seeds.forEach(seed -> feed.send(seed.getId(), seed));
        }
        console.show(
                new Submitted(submission.id(), count, bad),
                "%,d seeds went in as submission %s; see %s.".formatted(count, submission.id(), addresses.dashboard()));
        return bad.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean isRecipe() {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
