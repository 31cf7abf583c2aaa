package io.millrace.deploy.command;

import io.millrace.deploy.account.Report;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.console.ProgressLine;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.lineage.LineageClient;
import io.millrace.deploy.lineage.Receipts;
import io.millrace.deploy.recipe.Answer;
import io.millrace.deploy.recipe.Batch;
import io.millrace.deploy.recipe.RecipeIntake;
import io.millrace.deploy.run.Export;
import io.millrace.deploy.run.FirstKept;
import io.millrace.deploy.run.OutputDirectory;
import io.millrace.deploy.run.PlantedErrors;
import io.millrace.deploy.run.Run;
import io.millrace.deploy.run.Session;
import io.millrace.deploy.stream.Extent;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.evaluator.dataset.Choice;
import io.millrace.evaluator.dataset.ExportFormat;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole factory on a recipe, and shows what comes out. */
@Command(
        name = "demo",
        description = {
            "Feed a recipe and show what comes out. Uses the running factory, or a temporary one.",
            "Leaves report.json and the dataset as JSON lines and Parquet."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds; ${DEFAULT-VALUE} by default.")
    private int seeds = 2_000;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = {
                "A recipe for seeds of rule families, scaled to the number of seeds;",
                "deploy/recipes/sample.yaml by default."
            })
    private Path recipeFile = Home.find().sampleRecipe();

    @Option(names = "--exit", description = "Stop once everything is accounted for, instead of waiting for Ctrl-C.")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        Submission submission = Submissions.begin("demo");
        Batch batch = batch(submission);
        OutputDirectory out = options.out();
        out.prepare();
        try (Session session = console.open(state, out)) {
            // A factory that has seen the first items already would find nothing but duplicates in them.
            Batch fresh = session.isTemporary()
                    ? batch
                    : batch.shifted(submission.at().toEpochMilli());
            var kept = new FirstKept();
            Report report = run(session, submission, fresh, kept);
            var export = new Export(session.connect());
            export.write(
                    submission.dataset(),
                    ExportFormat.CHAT,
                    Choice.ALL,
                    out.dataset().resolve("chat"),
                    Extent.WHOLE);
            export.write(
                    submission.dataset(),
                    ExportFormat.PARQUET,
                    Choice.ALL,
                    out.dataset().resolve("parquet"),
                    Extent.WHOLE);
            out.writeJson("report.json", report);
            kept.id().ifPresent(id -> showReceipts(session, id));
            console.show(report, Summary.of(report, out.path()));
            waitForInterrupt(session);
            return report.sound() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private Batch batch(Submission submission) {
        var intake = new RecipeIntake(state::connect, dataset -> submission);
        return switch (intake.batch(recipeFile, YamlFile.root(recipeFile))) {
            case Answer.Fit<Batch> batch -> batch.value().scaledTo(seeds);
            case Answer.Refused<Batch> refused -> {
                console.complain(recipeFile, refused.problems());
                throw new OperatorException("The recipe %s cannot be used.".formatted(recipeFile));
            }
        };
    }

    private Report run(Session session, Submission submission, Batch batch, FirstKept kept) {
        Map<String, Integer> samples = batch.seeds().collect(Collectors.toMap(Seed::getId, Seed::getSamples));
        try (ProgressLine line = console.progress()) {
            return new Run(session.connect(), submission.id(), samples, new PlantedErrors(), kept)
                    .send(
                            Topic.SEEDS,
                            batch.seeds(),
                            Seed::getId,
                            options.stallTimeout(),
                            RunOptions.listener(session, samples.size(), line));
        }
    }

    private void showReceipts(Session session, String id) {
        console.say(Receipts.of(new LineageClient(session.addresses().dashboard()).find(id)) + "\n");
    }

    private void waitForInterrupt(Session session) throws InterruptedException {
        if (!exit && session.isTemporary()) {
            console.say("The factory keeps running, its dashboard at %s. Ctrl-C stops it."
                    .formatted(session.addresses().dashboard()));
            session.keepRunning();
        }
    }
}
