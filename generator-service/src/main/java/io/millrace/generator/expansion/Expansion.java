package io.millrace.generator.expansion;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets the teacher make another instruction out of a given one, near to it but not too near, and then follow it. */
public final class Expansion implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final int LONGEST = 8_000;
    private static final AnswerSchema REWORDED = AnswerSchema.load(Expansion.class, "reworded");
    private static final AnswerSchema CONSTRAINED = AnswerSchema.load(Expansion.class, "constrained");

    private final Map<Operation, PromptTemplate> templates = new EnumMap<>(Operation.class);

    public Expansion() {
        for (Operation operation : Operation.values()) {
            templates.put(operation, PromptTemplate.load(Expansion.class, operation.label(), "1"));
        }
    }

    /** Between which similarities to the original a new instruction must lie. */
    private record Band(double least, double most) {

        static Band of(Parameters parameters, Operation operation) {
            var band = new Band(
                    parameters.share("leastSimilar", operation.leastSimilar()),
                    parameters.share("mostSimilar", operation.mostSimilar()));
            if (band.least > band.most) {
                throw new UnusableSeedException(
                        "parameter leastSimilar must not be above mostSimilar, which is %s".formatted(band.most));
            }
            return band;
        }

        void check(double similarity) throws UnusableAnswerException {
            if (similarity > most) {
                throw new UnusableAnswerException("TooSimilar", "the new instruction is too near to the original");
            }
            if (similarity < least) {
                throw new UnusableAnswerException("TooFar", "the new instruction has too little of the original");
            }
        }
    }

    @Override
    public String name() {
        return "expansion";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, Prompts.templatesAnd(templates.values()), List.of(REWORDED, CONSTRAINED));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        var parameters = Parameters.of(seed, "instruction", "operation", "leastSimilar", "mostSimilar");
        String original = parameters.optionalText("instruction", LONGEST).orElseGet(() -> instruction(seed));
        Operation operation = parameters
                .choice("operation", Operation.labels())
                .map(Operation::labelled)
                .orElseGet(() -> interview.chance().of(Arrays.asList(Operation.values())));
        Band band = Band.of(parameters, operation);
        ChatTask chat = expanded(original, operation, interview);
        band.check(Similarity.of(original, chat.getMessages().getFirst().getContent()));
        Task task = Task.newBuilder().setChat(chat).build();
        Prompt prompt = Prompts.prompt(task);
        Message reply = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(task, List.of(prompt.message(), reply), interview.calls());
    }

    private ChatTask expanded(String original, Operation operation, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(template(operation), Map.of("instruction", original));
        boolean constrained = operation == Operation.CONSTRAINED;
        JsonNode answer = interview.ask("expand", prompt, constrained ? CONSTRAINED : REWORDED);
        String instruction = answer.path("instruction").asText().strip();
        if (!constrained) {
            return task(instruction, List.of());
        }
        Requirements requirements = Requirements.of(answer.path("constraints"));
        return task(
                instruction + "\n\nThe reply must keep to the following:\n- "
                        + String.join("\n- ", requirements.words()),
                requirements.constraints());
    }

    private PromptTemplate template(Operation operation) {
        return Objects.requireNonNull(templates.get(operation));
    }

    private static ChatTask task(String instruction, List<String> constraints) {
        Message request =
                Message.newBuilder().setRole("user").setContent(instruction).build();
        return ChatTask.newBuilder()
                .setMessages(List.of(request))
                .setConstraints(constraints)
                .build();
    }

    private static String instruction(Seed seed) {
        Task task = seed.getTask();
        return Optional.ofNullable(task)
                .flatMap(Expansion::instruction)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                .orElseThrow(() -> new UnusableSeedException(
                        "the seed has no instruction of 1 to %d characters, as its task or as a parameter"
                                .formatted(LONGEST)));
    }

    private static Optional<String> instruction(Task task) {
        if (task.getMath() != null) {
            return Optional.of(task.getMath().getProblem());
        }
        if (task.getCode() != null) {
            return Optional.of(task.getCode().getProblem());
        }
        if (task.getText() != null) {
            return Optional.of(task.getText().getPrompt());
        }
        return Optional.ofNullable(task.getChat())
                .map(ChatTask::getMessages)
                .filter(messages -> messages.size() == 1)
                .map(messages -> messages.getFirst().getContent());
    }
}
