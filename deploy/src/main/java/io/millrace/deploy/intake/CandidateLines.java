package io.millrace.deploy.intake;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what other systems' models answered, one JSON object a line, in the order of each seed's samples. */
public final class CandidateLines {

    private static final StrategyRef STRATEGY = new StrategyRef("import", "1");
    private static final String ENDPOINT = "imported";
    private static final int MAX_STRATEGIES = 32;

    private final Submission submission;
    private final Map<String, Seed> seeds;
    private final Map<String, Integer> samples = new HashMap<>();
    private final Set<String> strategies = new HashSet<>();

    private CandidateLines(Submission submission, Collection<Seed> seeds) {
        this.submission = submission;
        this.seeds = seeds.stream().collect(Collectors.toMap(Seed::getId, Function.identity()));
    }

    public static Intake<ImportedCandidate> read(Path file, Collection<Seed> seeds, Submission submission) {
        var lines = new CandidateLines(submission, seeds);
        Intake<ImportedCandidate> read = JsonLines.read(file, lines::candidate);
        return new Intake<>(read.good().stream().map(lines::counted).toList(), read.bad());
    }

    /** Its seed asks for as many as there are, so that they are compared with each other. */
    private ImportedCandidate counted(ImportedCandidate imported) {
        Seed seed = imported.candidate().getSeed();
        Candidate candidate = Candidate.newBuilder(imported.candidate())
                .setSeed(Seed.newBuilder(seed)
                        .setSamples(samples.getOrDefault(seed.getId(), 1))
                        .build())
                .build();
        return new ImportedCandidate(candidate, imported.expectedCorrect());
    }

    private ImportedCandidate candidate(int line, Fields fields) throws UnfitException {
        Seed seed = seeds.get(fields.name("seedId"));
        if (seed == null) {
            throw new UnfitException("no seed has this seedId");
        }
        Task task = seed.getTask();
        if (task == null) {
            throw new UnfitException("its seed has no task");
        }
        String model = fields.name("model");
        List<Message> messages = MessageLines.of(fields, prompt(task));
        // Calls of tools are judged as they are; everywhere else the last message is the answer.
        if (task.getTool() == null && !messages.getLast().getRole().equals("assistant")) {
            throw new UnfitException("the last of its messages is not the assistant's");
        }
        StrategyRef strategy = strategy(fields.optionalObject("strategy"));
        var expected = fields.flag("expectedCorrect");
        Candidate.Builder candidate = Candidate.newBuilder()
                .setProvenance(submission.provenance(ContentHash.of(messages), List.of(seed.getId()), seed.getSource()))
                .setSeed(seed)
                .setTask(task)
                .setStrategy(strategy)
                .setMessages(messages)
                .setModel(new ModelRef(model, model, ENDPOINT));
        ForeignReceipts.add(fields, candidate);
        int index = samples.merge(seed.getId(), 1, Integer::sum) - 1;
        candidate.setSampleIndex(index).setId(RecordIds.candidate(seed.getId(), strategy, index));
        return new ImportedCandidate(candidate.build(), expected);
    }

    /** Another system's strategy can be taken for none of ours. There are few of them, because they are labels of metrics. */
    private StrategyRef strategy(Optional<Fields> strategy) throws UnfitException {
        if (strategy.isEmpty()) {
            return STRATEGY;
        }
        String name = strategy.get().name("name");
        if (strategies.size() == MAX_STRATEGIES && !strategies.contains(name)) {
            throw new UnfitException("more than %d strategies in one file".formatted(MAX_STRATEGIES));
        }
        strategies.add(name);
        return new StrategyRef(
                STRATEGY.getName() + ":" + name,
                strategy.get().optionalName("version").orElse("unknown"));
    }

    private static String prompt(Task task) throws UnfitException {
        if (task.getMath() != null) {
            return task.getMath().getProblem();
        }
        if (task.getText() != null) {
            return task.getText().getPrompt();
        }
        if (task.getCode() != null) {
            return task.getCode().getProblem();
        }
        return TaskLines.prompt(task).orElseThrow(() -> new UnfitException("its seed has a task of another kind"));
    }
}
