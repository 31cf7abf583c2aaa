package io.millrace.deploy.command;

import io.millrace.deploy.bench.LedgerBench;
import io.millrace.deploy.bench.Measured;
import io.millrace.deploy.factory.Home;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the ledger of a dataset, without a factory. */
@Command(
        name = "ledger",
        description = "Measure how fast a dataset's ledger takes in records, with its windows and without.",
        mixinStandardHelpOptions = true)
final class BenchLedgerCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Records to measure with; ${DEFAULT-VALUE} by default.")
    private int records = 100_000;

    @Override
    public Integer call() {
        List<Measured> measured = new LedgerBench(Home.find()).run(records);
        console.show(measured, BenchCommand.table(measured));
        return ExitCode.OK;
    }
}
