package io.millrace.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.deploy.factory.Addresses;
import io.millrace.deploy.factory.KnownFactory;
import io.millrace.deploy.factory.KnownFactory.ProcessStatus;
import io.millrace.deploy.gate.CheckGate;
import io.millrace.deploy.gate.Gates;
import io.millrace.deploy.stream.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Says which processes of the local factory run, and where it is reached. */
@Command(
        name = "status",
        description = "Say which processes run, and where. Fails where one is down.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    /** What the command says, for programs. */
    private record Status(
            boolean whole,
            Addresses addresses,
            String state,
            List<Line> processes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckGate> closedGates,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> startedAgain) {}

    private record Line(String name, boolean up, @Nullable Long pid) {}

    @Override
    public Integer call() {
        return show(console, state.require(), List.of());
    }

    /** @param startedAgain what was down a moment ago */
    static int show(Console console, KnownFactory factory, List<String> startedAgain) {
        List<Line> lines = factory.processes().stream().map(StatusCommand::line).toList();
        List<CheckGate> closed = closedGates(factory);
        Path directory = factory.layout().state();
        String hint = factory.whole() ? "" : "\n\nPart of the factory is down; 'millrace up' starts it again.";
        console.show(
                new Status(factory.whole(), factory.addresses(), directory.toString(), lines, closed, startedAgain),
                text(factory.addresses(), directory, lines) + text(closed) + hint);
        return factory.whole() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Only where everything runs that is needed to know. */
    private static List<CheckGate> closedGates(KnownFactory factory) {
        return factory.whole()
                ? new Gates(new Connection(factory.addresses()))
                        .all().stream().filter(gate -> !gate.open()).toList()
                : List.of();
    }

    private static String text(List<CheckGate> closed) {
        return closed.stream()
                .map(gate -> "%n  %-18s closed by %s since %s; see 'millrace gate'"
                        .formatted("retraining gate", gate.check(), gate.since()))
                .collect(Collectors.joining());
    }

    private static Line line(ProcessStatus process) {
        return new Line(
                process.name(),
                process.up(),
                process.child().map(child -> child.pid()).orElse(null));
    }

    private static String text(Addresses addresses, Path directory, List<Line> lines) {
        String processes = lines.stream()
                .map(line ->
                        "  %-18s %s".formatted(line.name(), line.up() ? "runs as process " + line.pid() : "is down"))
                .collect(Collectors.joining("\n"));
        return """
                %s

                  dashboard          %s
                  broker             %s
                  registry           %s
                  state and logs     %s""".formatted(processes, addresses.dashboard(), addresses.bootstrap(), addresses.registry(), directory);
    }
}
