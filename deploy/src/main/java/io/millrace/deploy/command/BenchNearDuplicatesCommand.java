package io.millrace.deploy.command;

import io.millrace.deploy.bench.Measured;
import io.millrace.deploy.bench.NearDuplicateBench;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.run.OutputDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how near duplicates are dropped, with a broker and without services. */
@Command(
        name = "near-duplicates",
        description = "Measure how near duplicates are found and dropped: alone, and by the evaluator's topology.",
        mixinStandardHelpOptions = true)
final class BenchNearDuplicatesCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--kept",
            paramLabel = "N",
            description = "Records that are kept before anything is measured; ${DEFAULT-VALUE} by default.")
    private int kept = 200_000;

    @Option(
            names = "--records",
            paramLabel = "N",
            description =
                    "Records to measure with, of which one in four is a changed copy; ${DEFAULT-VALUE} by default.")
    private int records = 100_000;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where broker and stores keep their state and bench.json goes; ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("millrace-bench");

    @Override
    public Integer call() {
        var directory = new OutputDirectory(out);
        directory.prepare();
        List<Measured> measured =
                new NearDuplicateBench(Home.find(), directory.factory(), console::say).run(kept, records);
        directory.writeJson("bench.json", measured);
        console.show(measured, BenchCommand.table(measured));
        return ExitCode.OK;
    }
}
