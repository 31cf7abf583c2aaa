package io.millrace.deploy.command;

import io.millrace.deploy.bench.PairBench;
import io.millrace.evaluator.group.PairFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the balance of preference pairs, without a factory. */
@Command(
        name = "pairs",
        description = "Measure how many preference pairs labelled answers give, and how often the longer is chosen.",
        mixinStandardHelpOptions = true)
final class BenchPairsCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "Answers, one {seedId, completion, expectedCorrect} a line; may be repeated.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        var bench = new PairBench();
        files.forEach(bench::add);
        List<PairBench.Row> rows = bench.rows();
        console.show(rows, table(rows));
        return ExitCode.OK;
    }

    private static String table(List<PairBench.Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("%-24s %-24s %7s %9s %9s %12s %10s"
                .formatted("answers", "pairs", "number", "longer %", "shorter %", "mean differ.", "distance"));
        for (PairBench.Row row : rows) {
            PairFigures figures = row.figures();
            lines.add("%-24s %-24s %,7d %9.1f %9.1f %12.1f %10.1f"
                    .formatted(
                            row.answers(),
                            row.way(),
                            figures.pairs(),
                            100.0 * figures.chosenLonger() / Math.max(1, figures.pairs()),
                            100.0 * figures.chosenShorter() / Math.max(1, figures.pairs()),
                            figures.meanDifference(),
                            figures.meanDistance()));
        }
        return String.join("\n", lines);
    }
}
