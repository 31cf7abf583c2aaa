package io.millrace.deploy.command;

import io.millrace.deploy.bench.Bench;
import io.millrace.deploy.bench.CodeVerdicts;
import io.millrace.deploy.bench.Measured;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.run.OutputDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the factory on this machine. */
@Command(
        name = "bench",
        description = "Measure a temporary factory on this machine, each figure beside its baseline.",
        subcommands = {
            BenchMathCommand.class,
            BenchFamiliesCommand.class,
            BenchNearDuplicatesCommand.class,
            BenchContaminationCommand.class,
            BenchLedgerCommand.class,
            BenchPairsCommand.class
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Records through the pipeline; ${DEFAULT-VALUE} by default.")
    private int records = 20_000;

    @Option(names = "--programs", paramLabel = "N", description = "Only judge programs, this many, without a factory.")
    private @Nullable Integer programs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the factory keeps its state and bench.json goes; ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("millrace-bench");

    @Override
    public Integer call() {
        var directory = new OutputDirectory(out);
        directory.prepare();
        List<Measured> measured = programs == null
                ? new Bench(Home.find(), directory.factory(), console::say).run(records)
                : new CodeVerdicts(console::say).measure(programs);
        directory.writeJson("bench.json", measured);
        console.show(measured, table(measured));
        return ExitCode.OK;
    }

    static String table(List<Measured> measured) {
        return measured.stream()
                .map(each -> "%-32s %,10.1f %-11s  %-24s %,10.1f   ratio %.3f"
                        .formatted(
                                each.what(),
                                each.value(),
                                each.unit(),
                                each.baselineOf(),
                                each.baseline(),
                                each.ratio()))
                .collect(Collectors.joining("\n"));
    }
}
