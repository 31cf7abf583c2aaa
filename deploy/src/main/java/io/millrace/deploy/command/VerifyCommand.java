package io.millrace.deploy.command;

import io.millrace.deploy.console.ProgressLine;
import io.millrace.deploy.replay.Change;
import io.millrace.deploy.replay.ChangedLines;
import io.millrace.deploy.replay.Replay;
import io.millrace.deploy.replay.ReplayReport;
import io.millrace.deploy.replay.ReplayTally;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Topic;
import io.millrace.verifier.recipe.VerificationRecipe;
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
import picocli.CommandLine.Spec;

/** Says what another verification recipe would have said of candidates that have a verdict. */
@Command(
        name = "verify",
        description = {
            "Judge candidates again that have a verdict, by another verification recipe or by newer checks, and compare.",
            "Runs in this process; the old verdicts stay as they are, and nothing is written to any topic.",
            "Fails where something could not be judged. Endpoints that the recipe names are asked again."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final ReplayOptions options = new ReplayOptions();

    @Option(
            names = "--replay",
            description = "Take the candidates from topic verified; there is no other source, so this must be given.")
    private boolean replay;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "The verification recipe that judges; the built-in one by default.")
    private @Nullable Path recipe;

    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "Candidates to show for each kind of change; ${DEFAULT-VALUE} by default.")
    private int examples = 3;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write every candidate whose verdict changes, or that could not be judged, as a line of JSON.")
    private @Nullable Path out;

    @Option(
            names = "--fail-on",
            paramLabel = "CHANGE",
            description = "Fail where a verdict changes so: one of ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<Change> failOn = List.of();

    @Override
    public Integer call() {
        if (!replay) {
            throw new ParameterException(
                    command.commandLine(), "Say --replay, which is the only source of candidates that there is.");
        }
        ReplayReport report = compare();
        console.show(report, ReplaySummary.of(report));
        return report.whole() && failOn.stream().allMatch(change -> report.count(change) == 0)
                ? ExitCode.OK
                : ExitCode.SOFTWARE;
    }

    private ReplayReport compare() {
        Connection connection = state.connect();
        VerificationRecipe rules = VerificationRecipes.read(recipe);
        long start = System.nanoTime();
        try (var shelf = new Shelf<>(connection, Topic.VERIFIED, options.extent());
                var judge = new Replay(rules, connection::facts);
                var changed = new ChangedLines(out);
                ProgressLine line = console.progress()) {
            var tally = new ReplayTally(examples);
            judge.run(shelf, options::wants, options.limit(), tally, comparison -> {
                changed.add(comparison);
                if (line.due()) {
                    line.show(progress(tally, seconds(start)));
                }
            });
            return tally.report(shelf.stretches(), shelf.passedOver(), judge.examination(), seconds(start));
        }
    }

    private static String progress(ReplayTally tally, double seconds) {
        return "%6.1f s  compared %,d  changed %,d  not judged %,d  %,.0f/s"
                .formatted(
                        seconds,
                        tally.compared(),
                        tally.changed(),
                        tally.count(Change.NOT_JUDGED),
                        tally.compared() / seconds);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
