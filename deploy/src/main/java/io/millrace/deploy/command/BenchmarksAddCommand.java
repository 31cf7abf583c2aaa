package io.millrace.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.deploy.benchmark.BenchmarkShelf;
import io.millrace.deploy.benchmark.KnownBenchmark;
import io.millrace.deploy.benchmark.ScanReport;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.BenchmarkLines;
import io.millrace.deploy.intake.Intake;
import io.millrace.deploy.stream.Connection;
import io.millrace.schemas.BenchmarkItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings in a benchmark. */
@Command(
        name = "add",
        description = {
            "Add a benchmark, or put it in the place of the one of that name: JSON lines, an item each.",
            "Its texts go to topic benchmarks and to no log. Fails where a line was left out, or where --scan finds what stays."
        },
        mixinStandardHelpOptions = true)
final class BenchmarksAddCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final LeakOptions leaks = new LeakOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "Items, one JSON object a line; field id names them if it is there.")
    private Path file = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Its name: up to 100 letters, digits, dots, dashes and underscores.")
    private String name = "";

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description = "A field with a text or a list of texts, as in reference.answer; prompt by default."
                    + " The first one is what is asked; more may follow, and are looked for by themselves.")
    private List<String> fields = List.of("prompt");

    @Option(names = "--scan", description = "Then hold what is kept against all benchmarks.")
    private boolean scan;

    /** What the command says, for programs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Added(
            KnownBenchmark benchmark,
            List<BadLine> badLines,
            @Nullable ScanReport scan) {}

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(
                    command.commandLine(), "A name has 1 to 100 letters, digits, dots, dashes and underscores.");
        }
        Connection connection = state.connect();
        Intake<BenchmarkItem> items = BenchmarkLines.read(file, fields);
        console.complain(file, items.bad());
        if (items.good().isEmpty()) {
            throw new OperatorException("There is no item in %s.".formatted(file));
        }
        var benchmark = KnownBenchmark.of(
                new BenchmarkShelf(connection).add(name, items.good(), leaks.maxWords(), Instant.now()));
        @Nullable ScanReport report = scan ? leaks.scan(connection, dataset -> true) : null;
        console.show(
                new Added(benchmark, items.bad(), report),
                benchmark.text() + (report == null ? "" : "\n" + report.text()));
        return items.bad().isEmpty() && (report == null || report.clean()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
