package io.millrace.deploy.command;

import io.millrace.deploy.benchmark.BenchmarkShelf;
import io.millrace.deploy.benchmark.LeakScan;
import io.millrace.deploy.benchmark.ScanReport;
import io.millrace.deploy.stream.Connection;
import io.millrace.evaluator.contamination.LeakRule;
import io.millrace.evaluator.contamination.Watchlist;
import java.time.Instant;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What counts as a leak, and what is done with it; the same as in the evaluator unless that is set otherwise. */
final class LeakOptions {

    @Option(
            names = "--run",
            paramLabel = "WORDS",
            description = "So many shared words in a row are enough; ${DEFAULT-VALUE} by default.")
    private int run = LeakRule.USUAL.run();

    @Option(
            names = "--coverage",
            paramLabel = "SHARE",
            description = "This share of an item's words in shared runs is enough; ${DEFAULT-VALUE} by default.")
    private double coverage = LeakRule.USUAL.coverage();

    @Option(
            names = "--max-words",
            paramLabel = "N",
            description = "Words that evaluators have room for, in all benchmarks; ${DEFAULT-VALUE} by default.")
    private int maxWords = Watchlist.USUAL_WORDS;

    @Option(names = "--withdraw", description = "Withdraw what leaks, as 'millrace withdraw' does.")
    private boolean withdraw;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who withdraws it; you by default.")
    private String by = "";

    int maxWords() {
        return maxWords;
    }

    LeakRule rule() {
        return new LeakRule(run, coverage);
    }

    /** Holds what is kept against all benchmarks. */
    ScanReport scan(Connection connection, Predicate<String> datasets) {
        var watchlist = new Watchlist(rule(), true, maxWords);
        watchlist.hold(new BenchmarkShelf(connection).pages());
        var scan = new LeakScan(connection, watchlist);
        ScanReport report = scan.run(datasets);
        return withdraw ? scan.withdraw(report, by, Instant.now()) : report;
    }
}
