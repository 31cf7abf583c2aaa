package io.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Generator;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.recipe.Answer;
import io.millrace.deploy.recipe.RecipeIntake;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.schemas.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a recipe would begin with, and asks its models. */
@Command(
        name = "preview",
        description = {
            "Show the first prompts and answers of a recipe. The models are asked, and paid, for these; no topic is touched.",
            "Needs a running factory only where the recipe draws on one of its datasets."
        },
        mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    private static final int MAX_SEEDS = 100;

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "RECIPE", description = "A recipe in YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, 1 to 100, the recipe's supplies taking turns; ${DEFAULT-VALUE} by default.")
    private int seeds = 5;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings of the services, as YAML; by default those of the factory, if it has some.")
    private @Nullable Path settings;

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > MAX_SEEDS) {
            throw new OperatorException("--seeds must be from 1 to %d.".formatted(MAX_SEEDS));
        }
        var intake = new RecipeIntake(state::connect, dataset -> Submissions.begin("preview", dataset));
        return switch (intake.preview(file, YamlFile.root(file), seeds)) {
            case Answer.Fit<List<Seed>> begun -> show(begun.value());
            case Answer.Refused<List<Seed>> refused -> {
                console.complain(file, refused.problems());
                throw new OperatorException("The recipe does not fit.");
            }
        };
    }

    private int show(List<Seed> first) {
        Path file = settings == null ? state.layout().settings() : settings;
        List<JsonNode> shown = new Generator(Home.find(), file).preview(first);
        console.show(shown, shown.stream().map(PreviewText::of).collect(Collectors.joining("\n\n")));
        boolean whole = shown.stream().noneMatch(seed -> seed.has("failure"));
        return whole ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
