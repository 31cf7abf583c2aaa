package io.millrace.deploy.command;

import io.millrace.deploy.gate.CheckGate;
import io.millrace.deploy.gate.Gates;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Says whether retraining events may go out. */
@Command(
        name = "gate",
        description = {
            "Say whether retraining events may go out, and what holds them back.",
            "A check that accepts a wrong record that was planted closes its gate. Fails where one is closed."
        },
        mixinStandardHelpOptions = true,
        subcommands = GateOpenCommand.class)
final class GateCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Override
    public Integer call() {
        List<CheckGate> gates = new Gates(state.connect()).all();
        console.show(gates, text(gates));
        return gates.stream().allMatch(CheckGate::open) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String text(List<CheckGate> gates) {
        return gates.isEmpty()
                ? "Every gate is open: no check ever accepted a wrong record that was planted."
                : gates.stream().map(CheckGate::text).collect(Collectors.joining("\n"));
    }
}
