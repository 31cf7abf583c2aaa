package io.millrace.generator.persona;

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
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.Resource;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws somebody from a population, lets the teacher write a request as that person would, and answer it without knowing whose it is. */
public final class Persona implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final int LONGEST_TOPIC = 200;
    private static final int LONGEST_POPULATION = 30_000;
    private static final PromptTemplate TEMPLATE = PromptTemplate.load(Persona.class, "request", "1");
    private static final AnswerSchema REQUEST = AnswerSchema.load(Persona.class, "request");

    private final String usualText = Resource.text(Persona.class, "personas.json");
    private final Population usual = Population.read(usualText);

    @Override
    public String name() {
        return "persona";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(
                REVISION, Prompts.templatesAnd(List.of(TEMPLATE)), List.of(REQUEST), List.of(Hash.of(usualText)));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        if (seed.getTask() != null) {
            throw new UnusableSeedException("personas invent their requests; the seed brings a task");
        }
        var parameters = Parameters.of(seed, "topic", "personas");
        String topic = parameters.text("topic", LONGEST_TOPIC);
        Map<String, String> person = population(parameters).draw(interview.chance());
        Prompt wanted = Prompt.of(TEMPLATE, variables(topic, person));
        Task task =
                task(interview.ask("request", wanted, REQUEST).path("request").asText());
        Prompt prompt = Prompts.prompt(task);
        Message reply = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(task, List.of(prompt.message(), reply), interview.calls());
    }

    Population usual() {
        return usual;
    }

    private Population population(Parameters parameters) {
        return parameters
                .optionalText("personas", LONGEST_POPULATION)
                .map(Persona::given)
                .orElse(usual);
    }

    private static Task task(String request) {
        Message message =
                Message.newBuilder().setRole("user").setContent(request.strip()).build();
        ChatTask chat = ChatTask.newBuilder().setMessages(List.of(message)).build();
        return Task.newBuilder().setChat(chat).build();
    }

    private static Population given(String json) {
        try {
            return Population.read(json);
        } catch (IllegalArgumentException e) {
            throw new UnusableSeedException("parameter personas does not fit: " + e.getMessage());
        }
    }

    /** Each value by itself besides the text that the template has a place for, so that the receipt can be counted. */
    private static Map<String, String> variables(String topic, Map<String, String> person) {
        Map<String, String> variables = new HashMap<>();
        person.forEach((name, value) -> variables.put("persona." + name, value));
        variables.put("topic", topic);
        variables.put(
                "persona",
                person.entrySet().stream()
                        .map(respect -> "- %s: %s".formatted(respect.getKey(), respect.getValue()))
                        .collect(Collectors.joining("\n")));
        return variables;
    }
}
