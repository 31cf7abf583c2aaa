package io.millrace.deploy.command;

import io.millrace.deploy.run.Export;
import io.millrace.evaluator.dataset.DataFile;
import io.millrace.evaluator.dataset.ExportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a whole dataset in one format. */
@Command(
        name = "export",
        description = "Write all that was kept for a dataset, a file for each split.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "DATASET", description = "The dataset's name.")
    private String dataset = "";

    @Option(names = "--format", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private ExportFormat format = ExportFormat.CHAT;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A directory that is new or empty; it appears whole or not at all.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        List<DataFile> files = new Export(state.connect()).write(dataset, format, out);
        console.show(files, text(files));
        return ExitCode.OK;
    }

    private String text(List<DataFile> files) {
        return files.stream()
                .map(file -> "%s  %,d records".formatted(out.resolve(file.name()), file.records()))
                .collect(Collectors.joining("\n"));
    }
}
