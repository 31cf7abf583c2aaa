package io.millrace.generator.counterfactual;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.space.Choices;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Lets the teacher say a task in other words, proves that every number is still there and none was added, asks once more whether
 * the meaning is what it should be, and has the changed task answered. Nothing that is asked holds the answer.
 */
public final class Counterfactual implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final List<String> REGISTERS = List.of("child", "formal", "story", "dialogue", "note");
    private static final String SAME = "same";
    private static final String OPPOSITE = "opposite";
    private static final PromptTemplate COMPARE = PromptTemplate.load(Counterfactual.class, "compare", "1");
    private static final AnswerSchema REWORDED = AnswerSchema.load(Counterfactual.class, "reworded");
    private static final AnswerSchema COMPARED = AnswerSchema.load(Counterfactual.class, "compared");

    private final Families families;
    private final Function<Seed, Task> tasks;
    private final Map<Change, PromptTemplate> templates = new EnumMap<>(Change.class);

    /**
     * A technique for the tasks of seeds.
     *
     * @param tasks finds the task of a seed, or throws an {@link UnusableSeedException}
     */
    public Counterfactual(Families families, Function<Seed, Task> tasks) {
        this.families = families;
        this.tasks = tasks;
        for (Change change : Change.values()) {
            templates.put(change, PromptTemplate.load(Counterfactual.class, change.label(), "1"));
        }
    }

    @Override
    public String name() {
        return "counterfactual";
    }

    @Override
    public Ingredients ingredients() {
        List<PromptTemplate> own = new ArrayList<>(templates.values());
        own.add(COMPARE);
        return new Ingredients(REVISION, Prompts.templatesAnd(own), List.of(REWORDED, COMPARED));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        var parameters = Parameters.of(seed, "change", "register", "family", "familyVersion", "level", "index");
        Change change =
                Change.labelled(parameters.choice("change", Change.labels()).orElse(Change.PARAPHRASE.label()));
        Choices choices = interview.chance();
        Map<String, String> variables = new HashMap<>();
        if (change == Change.STYLE) {
            variables.put("register", parameters.choice("register", REGISTERS).orElseGet(() -> choices.of(REGISTERS)));
        }
        Original original = original(seed, change, choices);
        variables.put("problem", original.text());
        String words = reworded(original.text(), Prompt.of(template(change), variables), interview);
        compare(original.text(), words, change == Change.NEGATION ? OPPOSITE : SAME, interview);
        Task task = original.reworded().apply(words);
        Prompt prompt = Prompts.prompt(task);
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(task, List.of(prompt.message(), answer), interview.calls());
    }

    private Original original(Seed seed, Change change, Choices choices) {
        return switch (change) {
            case PARAPHRASE, STYLE -> Original.math(tasks.apply(seed));
            case NEGATION -> Original.contrary(tasks.apply(seed));
            case NUMBERS -> Original.sibling(seed, families, choices);
        };
    }

    private PromptTemplate template(Change change) {
        return Objects.requireNonNull(templates.get(change));
    }

    private static String reworded(String original, Prompt prompt, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        JsonNode answer = interview.ask("reword", prompt, REWORDED);
        String words = answer.path("problem").asText().strip();
        if (plain(words).equals(plain(original))) {
            throw new UnusableAnswerException("Unchanged", "the words are those of the original");
        }
        if (!NumbersInText.of(words).equals(NumbersInText.of(original))) {
            throw new UnusableAnswerException("NumbersChanged", "a number is missing or was added");
        }
        return words;
    }

    private static void compare(String original, String words, String wanted, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(COMPARE, Map.of("first", original, "second", words));
        String found =
                interview.ask("compare", prompt, COMPARED).path("meaning").asText();
        if (!found.equals(wanted)) {
            throw new UnusableAnswerException(
                    "MeaningChanged", "the teacher itself does not find the meaning to be the %s".formatted(wanted));
        }
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
