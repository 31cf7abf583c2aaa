package io.millrace.deploy.command;

import io.millrace.deploy.bench.MathAnswers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the check of mathematical answers, without a factory. */
@Command(
        name = "math",
        description =
                "Measure the check of mathematical answers: accuracy, speed, and the longest that an input takes.",
        mixinStandardHelpOptions = true)
final class BenchMathCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Labelled pairs, one {gold, prediction, expected, policy, source} a line; may be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--mutations", paramLabel = "N", description = "Spoiled inputs; ${DEFAULT-VALUE} by default.")
    private int mutations = 50_000;

    @Option(names = "--seed", paramLabel = "N", description = "Which spoiled inputs; ${DEFAULT-VALUE} by default.")
    private long seed = 1;

    @Option(names = "--verbose", description = "Name every disagreement.")
    private boolean verbose;

    @Override
    public Integer call() {
        var bench = new MathAnswers();
        List<MathAnswers.Accuracy> accuracy = new ArrayList<>(List.of(bench.probes()));
        files.forEach(file -> accuracy.add(bench.accuracy(file)));
        double rate = bench.rate(files);
        MathAnswers.Worst worst = bench.mutations(mutations, seed);
        console.show(
                Map.of("accuracy", accuracy, "checksPerCpuSecond", rate, "mutations", worst),
                table(accuracy, rate, worst));
        return ExitCode.OK;
    }

    private String table(List<MathAnswers.Accuracy> accuracy, double rate, MathAnswers.Worst worst) {
        List<String> lines = new ArrayList<>();
        for (MathAnswers.Accuracy set : accuracy) {
            lines.add("%-20s %,6d of %,6d right, %6.2f %%; wrongly accepted %d, not accepted %d; by policy %d of %d"
                    .formatted(
                            set.set(),
                            set.right(),
                            set.pairs(),
                            set.percent(),
                            set.wronglyAccepted(),
                            set.notAccepted(),
                            set.policyRight(),
                            set.policyPairs()));
            if (verbose) {
                set.disagreements().forEach(disagreement -> lines.add("    " + disagreement));
            }
        }
        lines.add("%,.0f checks per CPU-second".formatted(rate));
        lines.add("%,d spoiled inputs: median %.3f ms, 99th percentile %.3f ms, longest %.1f ms of CPU"
                .formatted(worst.inputs(), worst.median(), worst.ninetyNinth(), worst.longest()));
        return String.join("\n", lines);
    }
}
