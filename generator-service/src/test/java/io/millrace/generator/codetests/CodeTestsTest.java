package io.millrace.generator.codetests;

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
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTestsTest {

    private static final String TESTS = "\"assert f(1) == 2\",\"assert f(0) == 1\",\"assert f(-1) == 0\"";
    private static final String REPLY = "```python\ndef f(n): return n + 1\n```";
    private static final CodeTask GIVEN = CodeTask.newBuilder()
            .setProblem("Add one.")
            .setLanguage("python")
            .setEntryPoint("f")
            .setTests("assert f(7) == 8  # " + TestSeeds.HIDDEN)
            .setReferenceSolution("def f(n): return n + 1  # " + TestSeeds.HIDDEN)
            .build();

    private final ScriptedModel model = model(TESTS);

    @Test
    void draftsTheProblemWithOtherTests() throws Exception {
        Draft draft = draft(model);

        assertThat(requireNonNull(draft.task().getCode()))
                .isEqualTo(CodeTask.newBuilder(GIVEN)
                        .setTests("assert f(1) == 2\nassert f(0) == 1\nassert f(-1) == 0")
                        .setGeneratedTests(true)
                        .build());
        assertThat(draft.messages().getLast().getContent()).isEqualTo(REPLY);
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("tests", ModelRequest.ANSWER);
    }

    @Test
    void showsNobodyTheReferenceSolutionOrItsTestsAndTheSolverNoTestsAtAll() throws Exception {
        Draft draft = draft(model);

        assertThat(model.requests().toString()).contains("Add one.");
        assertThat(model.requests())
                .allSatisfy(request -> assertThat(request.messages().toString()).doesNotContain(TestSeeds.HIDDEN));
        assertThat(model.requests().getLast().messages())
                .containsExactly(draft.messages().getFirst())
                .allSatisfy(message -> assertThat(message.getContent()).doesNotContain("assert"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NotATest|\"assert f(1) == 2\",\"assert 1 == 1 and True\",\"assert f(0) == 1\"",
                "NotATest|\"assert f(1) == 2\",\"assert ff(1) == 2\",\"assert f(0) == 1\"",
                "RepeatedTest|\"assert f(1) == 2\",\"assert f(0) == 1\",\"assert f(1) == 2 \"",
                "UnusableAnswer|\"assert f(1) == 2\"",
                "UnusableAnswer|\"import os; f(1)\",\"assert f(1) == 2\",\"assert f(0) == 1\"",
                "UnusableAnswer|\"assert f(1) == 2\\nf(2)\",\"assert f(3) == 4\",\"assert f(0) == 1\""
            })
    void refusesTestsThatTestNothing(String errorClass, String tests) throws Exception {
        assertThat(strategy(model(tests)).make(seed(GIVEN)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo(errorClass));
    }

    @Test
    void refusesASeedWithoutAProgramThatProvesTests() {
        List<Seed> unusable = List.of(
                TestSeeds.seed(TestSeeds.math()).build(),
                seed(CodeTask.newBuilder(GIVEN).setReferenceSolution(null).build()),
                seed(CodeTask.newBuilder(GIVEN).setLanguage("java").build()),
                seed(CodeTask.newBuilder(GIVEN).setEntryPoint("").build()));

        assertThat(unusable)
                .allSatisfy(seed -> assertThatExceptionOfType(UnusableSeedException.class)
                        .isThrownBy(() -> strategy(model).make(seed)));
        assertThat(model.requests()).isEmpty();
    }

    private static ScriptedModel model(String tests) {
        return new ScriptedModel(
                request -> request.step().equals(ModelRequest.ANSWER) ? REPLY : "{\"tests\":[%s]}".formatted(tests));
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "solve,1,c08809eb19d87318734e7e276c9a3208fbf41158714ad8be0784e04db25be1de",
        "tests,1,8f074af3747a63aa33e1e85557ffc1b11150c215cad80c348db2193521e23c70"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(CodeTests.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new CodeTests(), model.teacher());
    }

    private static Draft draft(ScriptedModel model) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed(GIVEN)).getFirst()).draft();
    }

    private static Seed seed(CodeTask task) {
        return TestSeeds.seed(Task.newBuilder().setCode(task).build())
                .setStrategy(new StrategyCall("code-tests", Map.of()))
                .build();
    }
}
