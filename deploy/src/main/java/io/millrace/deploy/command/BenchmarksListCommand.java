package io.millrace.deploy.command;

import io.millrace.deploy.benchmark.BenchmarkShelf;
import io.millrace.deploy.benchmark.KnownBenchmark;
import io.millrace.evaluator.contamination.Edition;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists the benchmarks. */
@Command(
        name = "list",
        description = "List the benchmarks with their versions. Fails where one is incomplete.",
        mixinStandardHelpOptions = true)
final class BenchmarksListCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Override
    public Integer call() {
        List<KnownBenchmark> known = Edition.of(new BenchmarkShelf(state.connect()).pages()).stream()
                .map(KnownBenchmark::of)
                .toList();
        console.show(
                known,
                known.isEmpty()
                        ? "There is no benchmark."
                        : known.stream().map(KnownBenchmark::text).collect(Collectors.joining("\n")));
        return known.stream().allMatch(KnownBenchmark::whole) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
