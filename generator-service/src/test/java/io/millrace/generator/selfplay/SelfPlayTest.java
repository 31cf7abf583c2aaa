package io.millrace.generator.selfplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfPlayTest {

    private static final String PROBLEM = "A wheel turns 6 times a minute for 7 minutes. How often does it turn?";
    private static final String HIDDEN = "hidden thought";
    private static final String PROGRAM = "def turns(rate, minutes):\n    return rate * minutes";

    @Test
    void agreesOnAnAnswerWithTheFirstSolutionThatHasIt() throws Exception {
        var model = new ScriptedModel(
                votes("Answer: 41", "One way.\nAnswer: 42.0", "Answer: $42$", "Answer: 42", "Answer: 42"));

        Draft draft = draft(model, Map.of());

        assertThat(draft.task())
                .isEqualTo(Task.newBuilder()
                        .setMath(new MathTask(PROBLEM, "42.0", null))
                        .build());
        assertThat(draft.messages().getFirst().getContent()).contains(PROBLEM).endsWith("Answer: …");
        assertThat(draft.messages().getLast().getContent()).startsWith("One way.");
        assertThat(draft.calls())
                .extracting(ModelCall::step)
                .containsExactly("invent", "solve-1", "solve-3", "solve-4", "solve-5", "solve-2");
    }

    @Test
    void tellsTheInventorTheTopicAndTheSolversNothingButTheProblem() throws Exception {
        var model = new ScriptedModel(votes("Answer: 42"));

        draft(model, Map.of("difficulty", "rather hard"));

        assertThat(model.requests().getFirst().messages().getFirst().getContent())
                .contains("Topic: mills", "Difficulty: rather hard", "request number 1 ");
        assertThat(model.requests()).hasSize(5);
        assertThat(model.requests().subList(1, 5)).allSatisfy(request -> {
            assertThat(request.messages()).hasSize(1);
            assertThat(request.messages().toString()).contains(PROBLEM).doesNotContain("42", HIDDEN, "mills");
        });
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,2,2", "3,3,3", "25,13,13"})
    void asksNoMoreSolversThanItNeeds(String solvers, String agreeing, int asked) throws Exception {
        var model = new ScriptedModel(votes("Answer: 42"));

        draft(model, Map.of("solvers", solvers, "agreeing", agreeing));

        assertThat(model.requests()).hasSize(1 + asked);
    }

    static Stream<List<String>> votesThatFail() {
        return Stream.of(
                List.of("Answer: 41", "Answer: 43", "Answer: 42"),
                List.of("Answer: 41"),
                List.of("42"),
                List.of("Answer: 42\nI am sure.", "Answer: 42", "Answer: 42", "Answer: 42", "Answer: 42.01"));
    }

    @ParameterizedTest
    @MethodSource("votesThatFail")
    void dropsAProblemWhoseAnswerIsNotReproduced(List<String> votes) throws Exception {
        Sample sample = make(new ScriptedModel(votes(votes.toArray(String[]::new))), Map.of());

        assertThat(sample)
                .isEqualTo(new Sample.Failed(
                        0,
                        "NotReproduced",
                        "fewer than 4 of 5 solvers come to the answer of the problem's maker",
                        1,
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"problem\":\"too short\"}",
                "{\"problem\":\"What is 6 times 7?\",\"solution\":\"…\",\"answer\":\"\"}",
                "{\"problem\":\"What is 6 times 7?\",\"solution\":\"…\",\"answer\":\" . \"}",
                "{\"problem\":\"What is 6 times 7?\",\"solution\":\"…\",\"answer\":42}"
            })
    void cannotUseAnInventionThatDoesNotFit(String invention) throws Exception {
        Sample sample = make(new ScriptedModel(request -> invention), Map.of());

        assertThat(sample)
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("UnusableAnswer"));
    }

    @Test
    void inventsProgramsWithTestsThatAreToBeProved() throws Exception {
        var model = new ScriptedModel(request -> request.step().equals("invent")
                ? program(PROGRAM, "assert turns(6, 7) == 42")
                : "```python\npass\n```");

        Draft draft = draft(model, Map.of("subject", "code"));

        assertThat(draft.task().getCode()).isNotNull().satisfies(code -> {
            assertThat(code.getTests().lines()).hasSize(3);
            assertThat(code.getReferenceSolution()).isEqualTo(PROGRAM);
            assertThat(code.getGeneratedTests()).isTrue();
        });
        assertThat(draft.messages().getLast().getContent()).isEqualTo("```python\npass\n```");
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("invent", ModelRequest.ANSWER);
        assertThat(model.requests().getLast().messages().toString())
                .contains("`turns`")
                .doesNotContain("rate * minutes", "== 42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def turn(a, b): return 1 | assert turns(6, 7) == 42 | UnsolvedTask",
                "def turns(a, b): return 1 | assert turn(6, 7) == 42 | UntestedTask",
                "def turns(a, b): return 1 | import os | UnusableAnswer",
                "def turns(a, b): return 1 | assert turns(1, 1) == 1 | GivenAway"
            })
    void cannotUseAProgramThatItsTestsDoNotJudge(String solution, String test, String errorClass) throws Exception {
        Sample sample = make(new ScriptedModel(request -> program(solution, test)), Map.of("subject", "code"));

        assertThat(sample)
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo(errorClass));
    }

    @ParameterizedTest
    @CsvSource({"topic,''", "solvers,0", "solvers,26", "agreeing,2", "agreeing,6", "subject,music", "colour,red"})
    void refusesParametersOutOfTheirRange(String name, String value) {
        var model = new ScriptedModel(votes("Answer: 42"));

        assertThatExceptionOfType(UnusableSeedException.class).isThrownBy(() -> make(model, Map.of(name, value)));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void refusesASeedThatBringsItsTask() {
        Seed seed = Seed.newBuilder(seed(Map.of())).setTask(TestSeeds.math()).build();

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(
                        () -> strategy(new ScriptedModel(votes("Answer: 42"))).make(seed));
    }

    @Test
    void asksTheSameQuestionsForTheSameSeed() throws Exception {
        var first = new ScriptedModel(votes("Answer: 42"));
        var second = new ScriptedModel(votes("Answer: 42"));

        assertThat(make(first, Map.of())).isEqualTo(make(second, Map.of()));
        assertThat(first.requests()).isEqualTo(second.requests());
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "invent-code,1,975fe097c8109b34f189c66a192a91881f13bdb2458c8767a064a9ed67ae9d6f",
        "invent-math,1,22ac25416f4f31274994f5badbf3de58fe53c804d1d884fea0a091aba91b6cb9"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(SelfPlay.class, id, version).hash()).isEqualTo(hash);
    }

    /** Invents a problem whose answer is 42, and gives the votes in turn, the last one ever after. */
    private static ScriptedModel.Script votes(String... votes) {
        return request -> request.step().equals("invent")
                ? "{\"problem\":\"%s\",\"solution\":\"%s\",\"answer\":\"42\"}".formatted(PROBLEM, HIDDEN)
                : votes[Math.min(votes.length, Integer.parseInt(request.step().substring("solve-".length()))) - 1];
    }

    private static String program(String solution, String test) {
        return """
                {"problem":"How often does a wheel turn? For instance assert turns(1, 1) == 1.","entryPoint":"turns",
                "tests":["%s","assert turns(0, 7) == 0","assert turns(6, 0) == 0"],"solution":"%s"}""".formatted(test, solution.replace("\n", "\\n"));
    }

    private static Draft draft(ScriptedModel model, Map<String, String> parameters) throws InterruptedException {
        return ((Sample.Made) make(model, parameters)).draft();
    }

    private static Sample make(ScriptedModel model, Map<String, String> parameters) throws InterruptedException {
        return strategy(model).make(seed(parameters)).getFirst();
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new SelfPlay(), model.teacher());
    }

    private static Seed seed(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of("topic", "mills"));
        parameters.putAll(more);
        @Nullable Task none = null;
        return TestSeeds.seed(TestSeeds.math())
                .setTask(none)
                .setStrategy(new StrategyCall("self-play", parameters))
                .build();
    }
}
