package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.holdout.HoldoutShelf;
import io.millrace.schemas.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is held out, and hands it to whoever tests a model. */
@Command(
        name = "holdouts",
        description = {
            "Tell how many problems are held out for testing, by dataset, or write them to a file with their answers.",
            "They were held out by 'submit --holdout', 'import --holdout' or a recipe's holdout."
        },
        mixinStandardHelpOptions = true)
final class HoldoutsCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Parameters(paramLabel = "DATASET", arity = "0..1", description = "Only those of this dataset.")
    private @Nullable String dataset;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write them there, one JSON object a line, as they lie in topic holdouts.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        List<Seed> held = new HoldoutShelf(state.connect())
                .seeds().stream()
                        .filter(seed -> dataset == null || seed.getDataset().equals(dataset))
                        .toList();
        if (out != null) {
            write(out, held);
        }
        Map<String, Long> counts =
                held.stream().collect(Collectors.groupingBy(Seed::getDataset, TreeMap::new, Collectors.counting()));
        console.show(
                counts,
                counts.isEmpty()
                        ? "Nothing is held out."
                        : counts.entrySet().stream()
                                .map(each -> "%s: %,d problems".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining("\n")));
        return ExitCode.OK;
    }

    private static void write(Path file, List<Seed> held) {
        try {
            Files.write(file, held.stream().map(Seed::toString).toList());
        } catch (IOException e) {
            throw new OperatorException("Cannot write %s: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
