package io.millrace.deploy.command;

import io.millrace.deploy.holdout.Holdout;
import io.millrace.deploy.holdout.HoldoutShelf;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.Intake;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts seeds into the running factory. */
@Command(
        name = "submit",
        description = {
            "Put seeds into the running factory, or a recipe that makes them until its targets are met.",
            "Fails where a line was left out."
        },
        footerHeading = "%nWhat a line holds; ? marks what may be missing:%n",
        footer = {
            "  {\"id\":\"…\",\"kind\":\"…\",\"prompt\":\"…\",\"reference\":{…},\"source\":{\"name\":\"…\",",
            "   \"license\":\"MIT\"?,\"real\":true?,\"split\":\"test\"?},\"samples\":1?,\"language\":\"en\"?,",
            "   \"domain\":\"…\"?,\"difficulty\":\"…\"?,\"protectedCase\":true?,",
            "   \"budget\":{\"tokens\":9000?,\"costMicros\":50?}?,\"checks\":\"…\"?,",
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
                    + " wrote (generatedTests) must notice faults put into the solution: both need one.",
            "What a recipe holds is described by deploy/recipes/recipe.schema.json."
        },
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    private static final String USUAL_DATASET = "submitted";

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "FILE", description = "Seeds, one JSON object a line; or a recipe, named .yaml or .yml.")
    private Path file = Path.of("");

    @Option(
            names = "--dataset",
            description = "Where what is kept of seeds goes; submitted by default. A recipe says it itself.")
    private @Nullable String dataset;

    @Option(
            names = "--change",
            description = "Put a recipe in the place of the one of the same name, and go on with it.")
    private boolean change;

    @Mixin
    private final HoldoutOption holdout = new HoldoutOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** What the command says, for programs. */
    private record Submitted(String submission, long seeds, long heldOut, List<BadLine> badLines) {}

    @Override
    public Integer call() {
        if (isYaml()) {
            if (holdout.given()) {
                throw new ParameterException(
                        command.commandLine(), "A recipe says itself what is held out; leave --holdout out.");
            }
            if (dataset != null) {
                throw new ParameterException(
                        command.commandLine(), "A recipe names its dataset itself; leave --dataset out.");
            }
            return new RecipeSubmission(console, state, file, change).submit(YamlFile.root(file));
        }
        if (change) {
            throw new ParameterException(command.commandLine(), "Only a recipe can be changed, and this is none.");
        }
        Submission submission = Submissions.begin("submit", dataset == null ? USUAL_DATASET : dataset);
        return send(submission, SeedLines.read(file, submission));
    }

    private int send(Submission submission, Intake<Seed> seeds) {
        console.complain(file, seeds.bad());
        var addresses = state.require().addresses();
        var connection = new Connection(addresses);
        Holdout rule = holdout.orDeclared();
        List<Seed> held =
                seeds.good().stream().filter(rule::takes).map(rule::mark).toList();
        List<Seed> rest =
                seeds.good().stream().filter(seed -> !rule.takes(seed)).toList();
        new HoldoutShelf(connection).hold(held, submission.at());
        connection.ensure(List.of(Topic.SEEDS));
        try (var feed = new Feed<>(connection, Topic.SEEDS)) {
            rest.forEach(seed -> feed.send(seed.getId(), seed));
        }
        console.show(
                new Submitted(submission.id(), rest.size(), held.size(), seeds.bad()),
                "%,d seeds went in as submission %s%s; see %s."
                        .formatted(
                                rest.size(), submission.id(), HoldoutOption.text(held.size()), addresses.dashboard()));
        return seeds.bad().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean isYaml() {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
