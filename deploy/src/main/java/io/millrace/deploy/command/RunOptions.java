package io.millrace.deploy.command;

import io.millrace.deploy.account.Tally;
import io.millrace.deploy.console.ProgressLine;
import io.millrace.deploy.run.OutputDirectory;
import io.millrace.deploy.run.Run;
import io.millrace.deploy.run.Session;
import io.millrace.deploy.stream.Progress;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Where a run leaves what it made, and how patient it is. */
final class RunOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to leave the results; what an earlier run left there is replaced."
                    + " ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("millrace-out");

    @Option(
            names = "--stall-timeout",
            paramLabel = "DURATION",
            description =
                    "Give up once nothing has happened for so long, for instance PT5M. ${DEFAULT-VALUE} by default.")
    private Duration stallTimeout = Duration.ofMinutes(2);

    OutputDirectory out() {
        return new OutputDirectory(out);
    }

    Duration stallTimeout() {
        return stallTimeout;
    }

    /** Shows a run's progress on one line, and ends the run where its factory cannot be kept running. */
    static Run.Listener listener(Session session, long seeds, ProgressLine line) {
        return (progress, tally, elapsed) -> {
            session.requireSuccess();
            if (line.due()) {
                line.show(text(seeds, progress, tally, elapsed));
            }
        };
    }

    private static String text(long seeds, Progress progress, Tally tally, Duration elapsed) {
        double seconds = elapsed.toMillis() / 1_000.0;
        double rate = seconds == 0 ? 0 : tally.found() / seconds;
        String left = rate == 0 ? "?" : "%.0f s".formatted((tally.expected() - tally.found()) / rate);
        return "%6.1f s  seeds %,d > candidates %,d > verified %,d > evaluated %,d  kept %,d  %,.0f/s  accepted %.1f %%  dead %,d  left %s"
                .formatted(
                        seconds,
                        seeds,
                        progress.candidates(),
                        progress.verified(),
                        progress.evaluated(),
                        tally.kept(),
                        rate,
                        100 * tally.acceptRate(),
                        progress.deadLettered(),
                        left);
    }
}
