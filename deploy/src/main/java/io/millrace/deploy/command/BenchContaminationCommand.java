package io.millrace.deploy.command;

import io.millrace.deploy.bench.ContaminationBench;
import io.millrace.deploy.factory.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how leaks of benchmarks are found, without a factory. */
@Command(
        name = "contamination",
        description = "Measure how leaks of benchmarks are found: how many, how fast, and in how much memory.",
        mixinStandardHelpOptions = true)
final class BenchContaminationCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "Items of benchmarks, one JSON object a line; may be repeated. Made-up ones by default.")
    private List<Path> items = new ArrayList<>();

    @Option(names = "--field", paramLabel = "FIELD", description = "The items' text; ${DEFAULT-VALUE} by default.")
    private String field = "prompt";

    @Option(
            names = "--clean",
            paramLabel = "FILE",
            description = "Texts that are no copies of items, alike; may be repeated. Made-up ones by default.")
    private List<Path> clean = new ArrayList<>();

    @Option(names = "--clean-field", paramLabel = "FIELD", description = "Their text; ${DEFAULT-VALUE} by default.")
    private String cleanField = "completion";

    @Override
    public Integer call() {
        ContaminationBench.Figures figures = new ContaminationBench(Home.find()).run(items, field, clean, cleanField);
        console.show(figures, table(figures));
        return ExitCode.OK;
    }

    private static String table(ContaminationBench.Figures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("%,d items, %,d of them shorter than 13 words; %,d clean texts of %.0f words"
                .formatted(figures.items(), figures.shortItems(), figures.clean(), figures.wordsPerDocument()));
        lines.add("%,.0f texts/CPU-s, %,.0f bytes an item"
                .formatted(figures.documentsPerCpuSecond(), figures.bytesPerItem()));
        for (ContaminationBench.Row row : figures.rows()) {
            String percent = row.percentByRule().entrySet().stream()
                    .map(entry -> "%s %6.2f %%".formatted(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining("  "));
            lines.add("%-50s %,6d  %s".formatted(row.kind(), row.texts(), percent));
        }
        return String.join("\n", lines);
    }
}
