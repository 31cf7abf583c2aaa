package io.millrace.generator.textbook;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.solving.FinalAnswer;
import io.millrace.generator.solving.Solvers;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.Resource;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the teacher explain a concept, show a worked example and set exercises. Once enough solvers, who know neither the lesson nor
 * the answer, come to the answer of an exercise, the teacher solves it after its own lesson.
 */
public final class Textbook implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_CHAPTER = 20_000;
    private static final PromptTemplate LESSON = PromptTemplate.load(Textbook.class, "lesson", "1");
    private static final PromptTemplate EXAMPLE = PromptTemplate.load(Textbook.class, "example", "1");
    private static final PromptTemplate EXERCISES = PromptTemplate.load(Textbook.class, "exercises", "1");
    private static final AnswerSchema EXERCISE_LIST = AnswerSchema.load(Textbook.class, "exercise-list");

    private final String concepts = Resource.text(Textbook.class, "concepts.json");
    private final Curriculum curriculum = Curriculum.read(concepts);

    /** A concept and which of its exercises is wanted, from 0 and without end. */
    private record Section(Concept concept, int exercise) {}

    @Override
    public String name() {
        return "textbook";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(
                REVISION,
                Prompts.templatesAnd(List.of(LESSON, EXAMPLE, EXERCISES)),
                List.of(EXERCISE_LIST),
                List.of(Hash.of(concepts)));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        if (seed.getTask() != null) {
            throw new UnusableSeedException("a textbook sets its own exercises; the seed brings a task");
        }
        var parameters = Parameters.of(seed, "concept", "solvers", "agreeing");
        Section section = section(parameters, interview.sampleIndex());
        Solvers solvers = Solvers.of(parameters);
        Prompt lessonPrompt = Prompt.of(LESSON, variables(section.concept()));
        Message lesson = chapter(interview.ask("lesson", lessonPrompt));
        Prompt examplePrompt = Prompt.of(EXAMPLE, variables(section.concept()));
        List<Message> begun = List.of(lessonPrompt.message(), lesson, examplePrompt.message());
        Message example = chapter(interview.ask("example", begun, examplePrompt.receipt()));
        JsonNode exercise = exercise(section, lesson, example, interview);
        String problem = exercise.path("problem").asText();
        FinalAnswer claimed = FinalAnswer.claimed(exercise.path("answer").asText());
        Task task = Solvers.task(
                problem, solvers.solve(interview, problem, claimed).answer().text());
        Prompt prompt = Prompts.prompt(task);
        List<Message> asked = Stream.concat(begun.stream(), Stream.of(example, prompt.message()))
                .toList();
        Message answer = interview.ask(ModelRequest.ANSWER, asked, prompt.receipt());
        return new Draft(task, Stream.concat(asked.stream(), Stream.of(answer)).toList(), interview.calls());
    }

    Curriculum curriculum() {
        return curriculum;
    }

    /** Where the seed names no concept, its samples go through the whole curriculum, again and again. */
    private Section section(Parameters parameters, int sampleIndex) {
        List<Concept> all = curriculum.concepts();
        return parameters
                .optionalText("concept", LONGEST_ID)
                .map(id -> new Section(named(id), sampleIndex))
                .orElseGet(() -> new Section(all.get(sampleIndex % all.size()), sampleIndex / all.size()));
    }

    private Concept named(String id) {
        return curriculum
                .named(id)
                .orElseThrow(() -> new UnusableSeedException("parameter concept must be one of "
                        + curriculum.concepts().stream().map(Concept::id).toList()));
    }

    private Map<String, String> variables(Concept concept) {
        String before = curriculum.before(concept).stream().map(Concept::title).collect(Collectors.joining(", "));
        return Map.of(
                "concept", concept.title(),
                "aim", concept.aim(),
                "known", before.isEmpty() ? "counting and the everyday use of numbers" : before);
    }

    private static Message chapter(Message written) throws UnusableAnswerException {
        String text = written.getContent();
        if (text.isBlank() || text.length() > LONGEST_CHAPTER) {
            throw new UnusableAnswerException(
                    "UnusableAnswer", "a chapter has 1 to %d characters".formatted(LONGEST_CHAPTER));
        }
        return written;
    }

    private JsonNode exercise(Section section, Message lesson, Message example, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Map<String, String> variables = Stream.concat(
                        variables(section.concept()).entrySet().stream(),
                        Map.of("lesson", lesson.getContent(), "example", example.getContent()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        JsonNode exercises = interview
                .ask("exercises", Prompt.of(EXERCISES, variables), EXERCISE_LIST)
                .path("exercises");
        JsonNode chosen = exercises.path(section.exercise() % exercises.size());
        String problem = chosen.path("problem").asText().strip();
        if (lesson.getContent().contains(problem) || example.getContent().contains(problem)) {
            throw new UnusableAnswerException("GivenAway", "the lesson or the example holds the exercise");
        }
        return chosen;
    }
}
