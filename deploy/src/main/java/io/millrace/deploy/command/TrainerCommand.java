package io.millrace.deploy.command;

import io.millrace.deploy.lineage.EvaluatorClient;
import io.millrace.deploy.trainer.EventLoop;
import io.millrace.deploy.trainer.Trainer;
import io.millrace.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the retraining events of the local factory, as a trainer would. */
@Command(
        name = "trainer",
        description = {
            "Take each retraining event of the local factory once, as a trainer would.",
            "It checks the files of the version, reports to the evaluator how many records of each domain it has seen,",
            "and leaves a report under the event's id; it trains nothing."
        },
        mixinStandardHelpOptions = true)
final class TrainerCommand implements Callable<Integer> {

    @Mixin
    private final Console console = new Console();

    @Mixin
    private final StateOption state = new StateOption();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where its reports are.")
    private Path out = Path.of("");

    @Option(names = "--group", defaultValue = "millrace-trainer", description = "Its consumer group: ${DEFAULT-VALUE}.")
    private String group = "";

    @Option(names = "--exit", description = "End once there are no more events, instead of waiting for them.")
    private boolean exit;

    @Override
    public Integer call() {
        var evaluator = new EvaluatorClient(state.require().addresses().dashboard());
        var trainer = new Trainer(
                state.layout().datasets(),
                out,
                result -> evaluator.post(
                        "/api/v1/training-results", result.toString().getBytes(StandardCharsets.UTF_8)));
        Map<Trainer.Outcome, Integer> outcomes = new EnumMap<>(Trainer.Outcome.class);
        for (Trainer.Outcome outcome : Trainer.Outcome.values()) {
            outcomes.put(outcome, 0);
        }
        try (var events = new EventLoop(state.require().addresses().bootstrap(), Topic.RETRAINING, group)) {
            events.run(event -> outcomes.merge(trainer.take(event), 1, Integer::sum), exit);
        }
        console.show(
                outcomes,
                "%,d events were taken, and %,d had been before."
                        .formatted(outcomes.get(Trainer.Outcome.TRAINED), outcomes.get(Trainer.Outcome.DONE_BEFORE)));
        return ExitCode.OK;
    }
}
