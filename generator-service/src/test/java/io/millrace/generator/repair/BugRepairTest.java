package io.millrace.generator.repair;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BugRepairTest {

    private static final String RIGHT = "def top(numbers):\n    best = numbers[0]  # known\n    return max(best, 0)\n";
    private static final String FAULTY = "def top(numbers):\n    best = numbers[1]  # known\n    return max(best, 0)\n";
    private static final String REPLY = "The first number is left out.\n```python\n" + RIGHT + "```";
    private static final CodeTask GIVEN = CodeTask.newBuilder()
            .setProblem("Find the largest number.")
            .setLanguage("python")
            .setEntryPoint("top")
            .setTests("assert top([2]) == 2  # " + TestSeeds.HIDDEN)
            .setReferenceSolution(RIGHT)
            .build();

    private final ScriptedModel model = model(FAULTY);

    @Test
    void draftsTheSameTaskWithAProgramToRepair() throws Exception {
        Draft draft = draft(model, seed(GIVEN));

        CodeTask task = requireNonNull(draft.task().getCode());
        assertThat(task.getProblem()).contains(GIVEN.getProblem(), FAULTY.strip(), "Repair the program");
        assertThat(task)
                .isEqualTo(CodeTask.newBuilder(GIVEN)
                        .setProblem(task.getProblem())
                        .setBuggySource(FAULTY)
                        .build());
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.messages().getLast().getContent()).isEqualTo(REPLY);
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("bug", ModelRequest.ANSWER);
    }

    @Test
    void showsWhoeverRepairsNeitherTheTestsNorTheReferenceSolution() throws Exception {
        Draft draft = draft(model, seed(GIVEN));

        List<Message> asked = model.requests().getLast().messages();
        assertThat(asked).containsExactly(draft.messages().getFirst());
        assertThat(asked.getFirst().getContent())
                .contains(FAULTY.strip(), "```python")
                .doesNotContain(TestSeeds.HIDDEN)
                .doesNotContain(RIGHT.strip());
        assertThat(model.requests().getFirst().messages().toString())
                .contains("numbers[0]")
                .doesNotContain(TestSeeds.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "NoBug, 'def top(numbers):\n\n    # fine\n    best =  numbers[0]  # known\n    return max(best, 0)'",
        "GivenAway, 'def top(numbers):\n    best = numbers[1]  # should be 0\n    return max(best, 0)'",
        "EntryPointMissing, 'def topmost(numbers):\n    return numbers[0]'"
    })
    void refusesAProgramThatIsNoExercise(String errorClass, String program) throws Exception {
        assertThat(strategy(model(program)).make(seed(GIVEN)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo(errorClass));
    }

    @Test
    void takesItThatAProgramHasNoPlaceForAFault() throws Exception {
        var honest = new ScriptedModel(request -> "{\"program\":null}");

        assertThat(strategy(honest).make(seed(GIVEN)))
                .containsExactly(new Sample.Failed(
                        0, "NoPlaceForIt", "the program has no place for a fault of this kind", 1, true));
    }

    @Test
    void drawsEveryKindOfFaultThatTheLanguageAllowsFor() throws Exception {
        CodeTask script = CodeTask.newBuilder(GIVEN)
                .setLanguage("javascript")
                .setReferenceSolution("function top(numbers) { return numbers[0]; }")
                .build();

        assertThat(drawn(GIVEN)).containsExactlyInAnyOrder(BugKind.values());
        assertThat(drawn(script)).hasSize(BugKind.values().length - 1).doesNotContain(BugKind.MUTABLE_DEFAULT);
    }

    private static Set<BugKind> drawn(CodeTask task) throws InterruptedException {
        var model = new ScriptedModel(request -> "{\"program\":null}");
        strategy(model).make(Seed.newBuilder(seed(task)).setSamples(100).build());
        return model.requests().stream()
                .map(request -> request.messages().getFirst().getContent())
                .map(prompt -> List.of(BugKind.values()).stream()
                        .filter(kind -> prompt.contains(kind.description()))
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void makesTheSameOfTheSameSeed() throws Exception {
        Seed seed = Seed.newBuilder(seed(GIVEN)).setSamples(5).build();

        assertThat(strategy(model).make(seed)).isEqualTo(strategy(model(FAULTY)).make(seed));
    }

    @Test
    void refusesASeedWithoutAProgramThatIsRight() {
        List<Seed> unusable = List.of(
                TestSeeds.seed(TestSeeds.math()).build(),
                seed(CodeTask.newBuilder(GIVEN).setReferenceSolution(null).build()),
                seed(CodeTask.newBuilder(GIVEN).setLanguage("cobol").build()),
                seed(CodeTask.newBuilder(GIVEN).setBuggySource(FAULTY).build()));

        assertThat(unusable)
                .allSatisfy(seed -> assertThatExceptionOfType(UnusableSeedException.class)
                        .isThrownBy(() -> strategy(model).make(seed)));
        assertThat(model.requests()).isEmpty();
    }

    private static ScriptedModel model(String program) {
        String json = "{\"program\":\"%s\"}".formatted(program.replace("\n", "\\n"));
        return new ScriptedModel(request -> request.step().equals(ModelRequest.ANSWER) ? REPLY : json);
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "bug,1,72decd0c81241ffa848b8328cf3e0ce8d2e83e2b0b0dded49226a77e34b4bd55",
        "problem,1,09a892a903030358b42a635aaf360ff86e77d11388fc0f21ed00194bc12ea51c",
        "repair,1,6c27e4845f7003e2aa77dd672690ad1c11752829e3bea3cd141c0bcc378a3dc8"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(BugRepair.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new BugRepair(), model.teacher());
    }

    private static Draft draft(ScriptedModel model, Seed seed) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed).getFirst()).draft();
    }

    private static Seed seed(CodeTask task) {
        return TestSeeds.seed(Task.newBuilder().setCode(task).build())
                .setStrategy(new StrategyCall("bug-repair", Map.of()))
                .build();
    }
}
