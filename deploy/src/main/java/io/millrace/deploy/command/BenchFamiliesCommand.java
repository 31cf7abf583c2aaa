package io.millrace.deploy.command;

import io.millrace.deploy.bench.FamilySpeed;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Measures how fast items of rule families are made, without a factory. */
@Command(
        name = "families",
        description = "Measure how many items of each rule family one core makes in a second.",
        mixinStandardHelpOptions = true)
final class BenchFamiliesCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final FamilyOption chosen = new FamilyOption();

    @Override
    public Integer call() {
        List<FamilySpeed.Rate> rates = chosen.families().stream()
                .flatMap(family -> FamilySpeed.of(family).stream())
                .toList();
        String table = rates.stream()
                .map(rate -> "%-24s level %d %,12.0f items per CPU-second"
                        .formatted(rate.family(), rate.level(), rate.itemsPerCpuSecond()))
                .collect(Collectors.joining("\n"));
        console.show(rates, table);
        return ExitCode.OK;
    }
}
