package io.millrace.generator.bestof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Selection;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BestOfNTest {

    @Test
    void keepsTheFirstAnswerOfTheMajority() throws Exception {
        var model = answers("Answer: 41", "One way.\nAnswer: 42.0", "I give up.", "Answer: $42$", "Answer: 42");

        Draft draft = draft(model, TestSeeds.math(), Map.of());

        assertThat(draft.task()).isEqualTo(TestSeeds.math());
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.messages().getLast().getContent()).startsWith("One way.");
        assertThat(draft.selection()).isEqualTo(new Selection("majority", 5, 3));
        assertThat(draft.calls())
                .extracting(ModelCall::step)
                .containsExactly("answer-1", "answer-3", "answer-4", "answer-5", "answer-2");
    }

    @Test
    void asksTheSameEachTime() throws Exception {
        var model = answers("Answer: 42");

        draft(model, TestSeeds.text(), Map.of("answers", "3"));

        assertThat(model.requests()).hasSize(3);
        assertThat(model.requests().stream().map(ModelRequest::messages).distinct())
                .hasSize(1);
        assertThat(model.requests().getFirst().messages().toString()).doesNotContain(TestSeeds.HIDDEN);
    }

    static Stream<List<String>> answersThatDisagree() {
        return Stream.of(
                List.of("Answer: 1", "Answer: 2", "Answer: 3", "Answer: 4"),
                List.of("Answer: 1", "Answer: 1", "Answer: 3", "Answer: 3"),
                List.of("1"));
    }

    @ParameterizedTest
    @MethodSource("answersThatDisagree")
    void makesNothingWithoutAMajority(List<String> said) throws Exception {
        assertThat(make(answers(said.toArray(String[]::new)), TestSeeds.math(), Map.of("answers", "4")))
                .isEqualTo(new Sample.Failed(
                        0, "NoMajority", "fewer than 3 of 4 answers come to the same final answer", 1, true));
    }

    @Test
    void takesTheFirstOfEquallyManyWhereFewNeedAgree() throws Exception {
        var model = answers("Answer: 3", "Answer: 1", "Answer: 1", "Answer: 3");

        Draft draft = draft(model, TestSeeds.math(), Map.of("answers", "4", "agreeing", "2"));

        assertThat(draft.messages().getLast().getContent()).isEqualTo("Answer: 3");
        assertThat(draft.selection()).isEqualTo(new Selection("majority", 4, 2));
    }

    @Test
    void keepsTheAnswerThatTheTeacherFindsBestByTheRubric() throws Exception {
        var model = new ScriptedModel(request -> request.step().equals("rank")
                ? "{\"reason\":\"It is kind.\",\"best\":%d}".formatted(place("kind-3", request))
                : request.step().replace("answer", "kind"));

        Draft draft = draft(model, TestSeeds.chat(), Map.of("answers", "4"));

        assertThat(draft.messages())
                .extracting(Message::getContent)
                .containsExactly("Hello.", "Yes?", "May I return it?", "kind-3");
        assertThat(draft.selection()).isEqualTo(new Selection("ranking", 4, null));
        assertThat(draft.calls())
                .extracting(ModelCall::step)
                .containsExactly("answer-1", "answer-2", "answer-4", "rank", "answer-3");
    }

    @Test
    void showsTheRubricToTheRankerAlone() throws Exception {
        var model = answers("Gladly.");

        make(model, TestSeeds.chat(), Map.of("answers", "2"));

        assertThat(model.requests().getFirst().messages().toString()).doesNotContain(TestSeeds.HIDDEN);
        assertThat(model.requests().get(2).messages().toString())
                .contains(TestSeeds.HIDDEN, "user: May I return it?", "Gladly.");
    }

    @Test
    void showsTheRankerTheAnswersInAnotherOrderForEachSample() throws Exception {
        var model = new ScriptedModel(
                request -> request.step().equals("rank") ? "{\"reason\":\"It is first.\",\"best\":1}" : request.step());
        Seed seed =
                Seed.newBuilder(seed(TestSeeds.chat(), Map.of())).setSamples(40).build();

        List<String> kept = strategy(model).make(seed).stream()
                .map(sample ->
                        ((Sample.Made) sample).draft().messages().getLast().getContent())
                .distinct()
                .toList();

        assertThat(kept).containsExactlyInAnyOrder("answer-1", "answer-2", "answer-3", "answer-4", "answer-5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"reason\":\"-\",\"best\":3}", "{\"reason\":\"-\",\"best\":0}", "{\"best\":1}", "the first"})
    void cannotUseARankingThatPicksNone(String ranking) throws Exception {
        var model = new ScriptedModel(request -> request.step().startsWith("rank") ? ranking : "Gladly.");

        assertThat(make(model, TestSeeds.chat(), Map.of("answers", "2")))
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("UnusableAnswer"));
    }

    @Test
    void ranksNoMoreThanAReceiptHolds() throws Exception {
        assertThat(make(answers("x".repeat(60_000)), TestSeeds.chat(), Map.of("answers", "2")))
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("TooLong"));
    }

    static Stream<Task> tasksWithNothingToChooseBy() {
        return Stream.of(
                TestSeeds.code(), TestSeeds.puzzle(), TestSeeds.sql(), TestSeeds.tool(), TestSeeds.structured());
    }

    @ParameterizedTest
    @MethodSource("tasksWithNothingToChooseBy")
    void refusesATaskWithNeitherFinalAnswerNorRubric(Task task) {
        var model = answers("Answer: 42");

        assertThatExceptionOfType(UnusableSeedException.class).isThrownBy(() -> make(model, task, Map.of()));
        assertThat(model.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"answers,1", "answers,17", "agreeing,0", "agreeing,6", "n,5"})
    void refusesParametersOutOfTheirRange(String name, String value) {
        var model = answers("Answer: 42");

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> make(model, TestSeeds.math(), Map.of(name, value)));
        assertThat(model.requests()).isEmpty();
    }

    /** A new text needs a new version; then its hash is added here. */
    @Test
    void neverChangesTheTextOfAPrompt() {
        assertThat(PromptTemplate.load(BestOfN.class, "rank", "1").hash())
                .isEqualTo("49fbbc5adb7ab0dbdf2f84e89b88421a9e44754341172b559320a8483ee917e3");
    }

    private static int place(String answer, ModelRequest request) {
        String list = request.messages().getFirst().getContent();
        String before = list.substring(0, list.indexOf("\n" + answer));
        return Integer.parseInt(before.substring(before.lastIndexOf("=\"") + 2, before.lastIndexOf("\">")));
    }

    /** Gives the answers in turn, the last one ever after. */
    private static ScriptedModel answers(String... said) {
        return new ScriptedModel(request -> said[Math.min(said.length - 1, request.question())]);
    }

    private static Draft draft(ScriptedModel model, Task task, Map<String, String> parameters)
            throws InterruptedException {
        return ((Sample.Made) make(model, task, parameters)).draft();
    }

    private static Sample make(ScriptedModel model, Task task, Map<String, String> parameters)
            throws InterruptedException {
        return strategy(model).make(seed(task, parameters)).getFirst();
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new BestOfN(seed -> requireNonNull(seed.getTask())), model.teacher());
    }

    private static Seed seed(Task task, Map<String, String> parameters) {
        return TestSeeds.seed(task)
                .setStrategy(new StrategyCall("best-of-n", parameters))
                .build();
    }
}
