package io.millrace.deploy.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Budget;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads seeds, one JSON object a line. */
public final class SeedLines {

    private static final String USUAL_STRATEGY = "distillation";
    private static final int MAX_SAMPLES = 10_000;
    private static final Map<String, Split> SPLITS =
            Map.of("train", Split.TRAIN, "validation", Split.VALIDATION, "test", Split.TEST);

    private final Submission submission;
    private final Map<String, Integer> lineOfId = new HashMap<>();

    public SeedLines(Submission submission) {
        this.submission = submission;
    }

    public static Intake<Seed> read(Path file, Submission submission) {
        var lines = new SeedLines(submission);
        return JsonLines.read(file, (line, fields) -> lines.seed(line, fields));
    }

    /**
     * One seed, given as a line holds it.
     *
     * @throws UnfitException if it is none, or one of the same id was there before
     */
    public Seed seed(int line, JsonNode object) throws UnfitException {
        return seed(line, new Fields(object));
    }

    private Seed seed(int line, Fields fields) throws UnfitException {
        String id = fields.name("id");
        Fields sourceFields = fields.object("source");
        Seed.Builder seed = (fields.optionalName("kind").isPresent() ? given(id, fields) : toBeMade(id, fields))
                .setSamples(fields.number("samples", 1, 1, MAX_SAMPLES))
                .setLanguage(fields.optionalName("language").orElse("en"))
                .setChecks(fields.optionalName("checks").orElse(null))
                .setSplit(split(sourceFields))
                .setProtectedCase(fields.flag("protectedCase").orElse(false));
        fields.optionalName("difficulty").ifPresent(seed::setDifficulty);
        var budget = fields.optionalObject("budget");
        if (budget.isPresent()) {
            seed.setBudget(budget(budget.get()));
        }
        Integer earlier = lineOfId.putIfAbsent(id, line);
        if (earlier != null) {
            throw new UnfitException("the same id as line " + earlier);
        }
        return seed.build();
    }

    /** A seed whose task is in the line. */
    private Seed.Builder given(String id, Fields fields) throws UnfitException {
        String kind = fields.name("kind");
        String prompt = fields.text("prompt");
        String domain = fields.optionalName("domain").orElse(kind);
        return submission
                .seed(id, prompt, domain, strategy(fields), source(fields.object("source")))
                .setTask(task(kind, prompt, fields.object("reference")));
    }

    /** A seed whose task its strategy makes. */
    private Seed.Builder toBeMade(String id, Fields fields) throws UnfitException {
        if (fields.optionalObject("strategy").isEmpty()) {
            throw new UnfitException("neither field 'kind' nor field 'strategy'");
        }
        StrategyCall strategy = strategy(fields);
        String content = strategy.getName() + new TreeMap<>(strategy.getParameters());
        String domain = fields.optionalName("domain").orElse(strategy.getName());
        return submission.seed(id, content, domain, strategy, source(fields.object("source")));
    }

    private static StrategyCall strategy(Fields fields) throws UnfitException {
        var strategy = fields.optionalObject("strategy");
        if (strategy.isEmpty()) {
            return StrategyCall.newBuilder().setName(USUAL_STRATEGY).build();
        }
        var parameters = strategy.get().optionalObject("parameters");
        return StrategyCall.newBuilder()
                .setName(strategy.get().name("name"))
                .setParameters(
                        parameters.isEmpty() ? Map.of() : parameters.get().texts())
                .build();
    }

    private static Budget budget(Fields budget) throws UnfitException {
        return new Budget(
                budget.count("tokens").orElse(null), budget.count("costMicros").orElse(null));
    }

    private static Source source(Fields source) throws UnfitException {
        return Source.newBuilder()
                .setName(source.name("name"))
                .setUri(source.optionalName("uri").orElse(null))
                .setRevision(source.optionalName("revision").orElse(null))
                .setLicence(source.optionalName("license").orElse(null))
                .setReal(source.flag("real").orElse(false))
                .build();
    }

    /** What others hold back for testing is never trained on here. */
    private static Split split(Fields source) throws UnfitException {
        String name = source.optionalName("split").orElse("").toLowerCase(Locale.ROOT);
        return SPLITS.getOrDefault(name, Split.UNASSIGNED);
    }

    private static Task task(String kind, String prompt, Fields reference) throws UnfitException {
        return switch (kind) {
            case "math" ->
                Task.newBuilder()
                        .setMath(new MathTask(prompt, reference.text("answer"), null))
                        .build();
            case "text" ->
                Task.newBuilder().setText(TaskLines.text(prompt, reference)).build();
            case "code" ->
                Task.newBuilder().setCode(TaskLines.code(prompt, reference)).build();
            case "chat" ->
                Task.newBuilder().setChat(TaskLines.chat(prompt, reference)).build();
            case "structured" ->
                Task.newBuilder()
                        .setStructured(TaskLines.structured(prompt, reference))
                        .build();
            case "tool" ->
                Task.newBuilder().setTool(TaskLines.tool(prompt, reference)).build();
            default -> throw new UnfitException("kind is none of math, text, code, chat, structured and tool");
        };
    }
}
