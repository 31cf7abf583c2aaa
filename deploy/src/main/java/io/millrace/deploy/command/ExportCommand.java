package io.millrace.deploy.command;

import io.millrace.deploy.run.Export;
import io.millrace.deploy.run.VersionSpan;
import io.millrace.deploy.stream.Extent;
import io.millrace.deploy.stream.Stretch;
import io.millrace.evaluator.dataset.DataFile;
import io.millrace.evaluator.dataset.ExportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a dataset or a part of it in one format. */
@Command(
        name = "export",
        description =
                "Write what was kept for a dataset, a file for each split. The same part gives the same bytes again.",
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

    @Mixin
    private final ChoiceOptions choice = new ChoiceOptions();

    @ArgGroup
    private Part part = new Part();

    /** What is written where it is not everything. */
    private static final class Part {

        @Option(
                names = "--versions",
                paramLabel = "VERSIONS",
                description = "Only what these versions hold, as in 3 or 2..5. Everything by default.")
        private @Nullable String versions;

        @Option(
                names = "--range",
                paramLabel = "RANGE",
                description =
                        "Only this part of topic evaluated: a partition, its first offset and the one after its last,"
                                + " as in 0:1000-2000, 0:1000- or 0; may be repeated.")
        private List<String> ranges = List.of();

        Extent extent() {
            return new Extent(ranges.stream().map(Stretch::parse).toList(), null, null);
        }
    }

    @Override
    public Integer call() {
        List<DataFile> files = write(new Export(state.connect()));
        console.show(files, text(files));
        return ExitCode.OK;
    }

    private List<DataFile> write(Export export) {
        return part.versions == null
                ? export.write(dataset, format, choice.choice(), out, part.extent())
                : export.write(dataset, format, choice.choice(), out, VersionSpan.parse(part.versions));
    }

    private String text(List<DataFile> files) {
        return files.stream()
                .map(file -> "%s  %,d records".formatted(out.resolve(file.name()), file.records()))
                .collect(Collectors.joining("\n"));
    }
}
