package io.millrace.deploy.command;

import io.millrace.deploy.benchmark.ScanReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for benchmarks in what is kept. */
@Command(
        name = "scan",
        description = {
            "Hold everything that is kept, and not withdrawn, against the benchmarks of today.",
            "Fails where something that leaks stays."
        },
        mixinStandardHelpOptions = true)
final class BenchmarksScanCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final LeakOptions leaks = new LeakOptions();

    @Option(names = "--dataset", paramLabel = "NAME", description = "Only this dataset.")
    private @Nullable String dataset;

    @Override
    public Integer call() {
        ScanReport report = leaks.scan(state.connect(), name -> dataset == null || dataset.equals(name));
        console.show(report, report.text());
        return report.clean() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
