package io.millrace.generator.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextbookTest {

    private static final String FIRST = "Add a half and a third, as a fraction.";
    private static final String SECOND = "Add a half and a quarter, as a fraction.";
    private static final String HIDDEN = "hidden thought";
    private static final String EXERCISES = """
            {"exercises":[{"problem":"%s","solution":"%s","answer":"5/6"},
            {"problem":"%s","solution":"%s","answer":"3/4"}]}""".formatted(FIRST, HIDDEN, SECOND, HIDDEN);
    private static final Map<String, String> CONCEPT = Map.of("concept", "adding-fractions");

    @Test
    void solvesAnExerciseAfterItsLessonAndExample() throws Exception {
        var model = new ScriptedModel(script(EXERCISES, "Answer: \\frac{5}{6}"));

        Draft draft = drafts(model, seed(CONCEPT, 1)).getFirst();

        assertThat(draft.task())
                .isEqualTo(Task.newBuilder()
                        .setMath(new MathTask(FIRST, "\\frac{5}{6}", null))
                        .build());
        assertThat(draft.messages())
                .extracting(Message::getRole)
                .containsExactly("user", "assistant", "user", "assistant", "user", "assistant");
        assertThat(draft.messages()).extracting(Message::getContent).contains("The lesson.", "The example.", "Well.");
        assertThat(draft.messages().get(4).getContent()).contains(FIRST);
        assertThat(draft.messages().toString()).doesNotContain(HIDDEN, "5/6", SECOND);
        assertThat(draft.calls())
                .extracting(ModelCall::step)
                .containsExactly(
                        "lesson",
                        "example",
                        "exercises",
                        "solve-1",
                        "solve-2",
                        "solve-3",
                        "solve-4",
                        ModelRequest.ANSWER);
    }

    @Test
    void showsEachOnlyWhatItMayKnow() throws Exception {
        var model = new ScriptedModel(script(EXERCISES, "Answer: 5/6"));

        drafts(model, seed(CONCEPT, 1));

        List<ModelRequest> asked = model.requests();
        assertThat(asked.getFirst().messages().toString())
                .contains("adding and subtracting fractions", "fractions and reducing them", "dividing with remainder")
                .doesNotContain("quadratic");
        assertThat(asked.get(1).messages()).hasSize(3);
        assertThat(asked.get(2).messages().toString()).contains("The lesson.", "The example.");
        assertThat(asked.subList(3, 7))
                .allSatisfy(request -> assertThat(request.messages().toString())
                        .contains(FIRST)
                        .doesNotContain(HIDDEN, "5/6", "The lesson."));
        assertThat(asked.getLast().messages()).hasSize(5);
    }

    @Test
    void takesOneExerciseAfterTheOther() throws Exception {
        var model = new ScriptedModel(request -> script(
                        EXERCISES, request.messages().toString().contains(FIRST) ? "Answer: 5/6" : "Answer: 0.75")
                .answer(request));

        assertThat(drafts(model, seed(CONCEPT, 3)))
                .extracting(
                        draft -> Objects.requireNonNull(draft.task().getMath()).getProblem())
                .containsExactly(FIRST, SECOND, FIRST);
    }

    @Test
    void goesThroughTheCurriculumWhereNoConceptIsNamed() throws Exception {
        var model = new ScriptedModel(script(EXERCISES, "Answer: 5/6"));
        List<Concept> concepts = new Textbook().curriculum().concepts();

        List<Draft> drafts = drafts(model, seed(Map.of(), concepts.size()));

        assertThat(drafts)
                .extracting(draft ->
                        draft.calls().getFirst().prompt().getVariables().get("concept"))
                .containsExactlyElementsOf(concepts.stream().map(Concept::title).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The lesson. | 5/6 | Answer: 2/5 | NotReproduced",
                "The lesson. | 5/6 | 5/6 | NotReproduced",
                "The lesson. | . | Answer: 5/6 | UnusableAnswer",
                "' ' | 5/6 | Answer: 5/6 | UnusableAnswer",
                "First: Add a half and a third, as a fraction. | 5/6 | Answer: 5/6 | GivenAway"
            })
    void cannotUseAChapterThatDoesNotHold(String lesson, String answer, String solved, String errorClass)
            throws Exception {
        var model = new ScriptedModel(request -> request.step().equals("lesson")
                ? lesson
                : script(EXERCISES.replace("5/6", answer), solved).answer(request));

        assertThat(errorClass(model)).isEqualTo(errorClass);
    }

    @Test
    void cannotUseExercisesOfAnotherForm() throws Exception {
        assertThat(errorClass(new ScriptedModel(script("{\"exercises\":[]}", "Answer: 5/6"))))
                .isEqualTo("UnusableAnswer");
        assertThat(errorClass(new ScriptedModel(request -> "x".repeat(20_001)))).isEqualTo("UnusableAnswer");
    }

    @Test
    void asksTheSameQuestionsForTheSameSeed() throws Exception {
        var first = new ScriptedModel(script(EXERCISES, "Answer: 5/6"));
        var second = new ScriptedModel(script(EXERCISES, "Answer: 5/6"));

        assertThat(drafts(first, seed(CONCEPT, 1))).isEqualTo(drafts(second, seed(CONCEPT, 1)));
        assertThat(first.requests()).isEqualTo(second.requests());
    }

    @ParameterizedTest
    @CsvSource({"concept,magic", "solvers,0", "chapter,1"})
    void refusesParametersOutOfTheirRange(String name, String value) {
        var model = new ScriptedModel(script(EXERCISES, "Answer: 5/6"));

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(Map.of(name, value), 1)));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void refusesASeedThatBringsItsTask() {
        Seed seed = Seed.newBuilder(seed(CONCEPT, 1)).setTask(TestSeeds.math()).build();

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(new ScriptedModel(request -> "")).make(seed));
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "example,1,6c18ff0939082b27e78bdd6bc2245ae0af42ded6d3d6eac198f1a4abfaac9ef8",
        "exercises,1,9d41d4a92158844571b0fe30be12f199fa33409dd0917f7ef4981be98e864684",
        "lesson,1,f46019b5414cc0dc0d2cd72ab69046dff26ec9d047cdc31c0b2b4922b27d160c"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(Textbook.class, id, version).hash()).isEqualTo(hash);
    }

    private static ScriptedModel.Script script(String exercises, String solution) {
        return request -> switch (request.step()) {
            case "lesson" -> "The lesson.";
            case "example" -> "The example.";
            case "exercises", "exercises-repair" -> exercises;
            case ModelRequest.ANSWER -> "Well.";
            default -> solution;
        };
    }

    private static String errorClass(ScriptedModel model) throws InterruptedException {
        return ((Sample.Failed) strategy(model).make(seed(CONCEPT, 1)).getFirst()).errorClass();
    }

    /** Of the samples that were made. */
    private static List<Draft> drafts(ScriptedModel model, Seed seed) throws InterruptedException {
        return strategy(model).make(seed).stream()
                .filter(Sample.Made.class::isInstance)
                .map(sample -> ((Sample.Made) sample).draft())
                .toList();
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new Textbook(), model.teacher());
    }

    private static Seed seed(Map<String, String> parameters, int samples) {
        @Nullable Task none = null;
        return TestSeeds.seed(TestSeeds.math())
                .setTask(none)
                .setSamples(samples)
                .setStrategy(new StrategyCall("textbook", parameters))
                .build();
    }
}
