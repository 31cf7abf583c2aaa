package io.millrace.generator.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.llm.Teacher;
import io.millrace.generator.rule.Apprentice;
import io.millrace.generator.rule.Families;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.ToolCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistillationTest {

    private final ScriptedModel model = new ScriptedModel(request -> "Answer: 42");
    private final TaughtStrategy distillation =
            new TaughtStrategy(new Distillation(seed -> Objects.requireNonNull(seed.getTask())), model.teacher());

    @Test
    void draftsTheConversationWithItsReceipt() throws Exception {
        List<Sample> samples = distillation.make(seed(TestSeeds.math()));

        assertThat(samples).singleElement().isInstanceOfSatisfying(Sample.Made.class, made -> {
            assertThat(made.draft().task()).isEqualTo(TestSeeds.math());
            assertThat(made.draft().messages()).extracting(Message::getRole).containsExactly("user", "assistant");
            assertThat(made.draft().messages().getLast().getContent()).isEqualTo("Answer: 42");
            assertThat(made.draft().calls())
                    .extracting(ModelCall::prompt)
                    .containsExactly(Prompts.prompt(TestSeeds.math()).receipt());
        });
    }

    static Stream<Task> tasks() {
        return Stream.of(
                TestSeeds.math(),
                TestSeeds.code(),
                TestSeeds.text(),
                TestSeeds.puzzle(),
                TestSeeds.chat(),
                TestSeeds.grounded(),
                TestSeeds.structured(),
                TestSeeds.sql(),
                TestSeeds.tool());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void neverShowsTheAnswerOrTheTests(Task task) throws Exception {
        List<Sample> samples = distillation.make(seed(task));

        assertThat(task.toString()).contains(TestSeeds.HIDDEN);
        assertThat(model.requests().getFirst().messages().toString()).doesNotContain(TestSeeds.HIDDEN);
        assertThat(samples).singleElement().isInstanceOfSatisfying(Sample.Made.class, made -> {
            assertThat(made.draft().messages().toString()).doesNotContain(TestSeeds.HIDDEN);
            assertThat(made.draft().calls().toString()).doesNotContain(TestSeeds.HIDDEN);
        });
    }

    @Test
    void continuesAConversation() throws Exception {
        List<Sample> samples = distillation.make(seed(TestSeeds.chat()));

        assertThat(model.requests().getFirst().messages())
                .extracting(Message::getContent)
                .containsExactly("Hello.", "Yes?", "May I return it?");
        assertThat(samples)
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Made.class,
                        made -> assertThat(made.draft().messages())
                                .extracting(Message::getContent)
                                .containsExactly("Hello.", "Yes?", "May I return it?", "Answer: 42"));
    }

    @Test
    void showsTheDocumentsThatTheAnswerRestsOn() throws Exception {
        distillation.make(seed(TestSeeds.grounded()));

        assertThat(model.requests().getFirst().messages().getLast().getContent())
                .contains("Document returns, Returns\n§1 Time\nWithin 30 days.", "Request: May I return it?");
    }

    @Test
    void makesTheCallsOfToolsThatTheTeacherLists() throws Exception {
        Message answer = tools("It is rung twice.\n```json\n[{\"tool\":\"ring\",\"arguments\":{}},"
                + "{\"tool\":\"ring\",\"arguments\":{\"bell\":1.25}}]\n```\nDone.");

        assertThat(answer.getContent()).isEqualTo("It is rung twice.\n\nDone.");
        assertThat(answer.getToolCalls())
                .containsExactly(
                        new ToolCall("call-1", "ring", "{}"), new ToolCall("call-2", "ring", "{\"bell\":1.25}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I ring it.",
                "```json\n[]\n```",
                "```json\n[{\"tool\":\"ring\",\"arguments\":{}}]",
                "```json\n[{\"tool\":\"ring\",\"arguments\":{}}] and more\n```",
                "```json\n{\"tool\":\"ring\",\"arguments\":{}}\n```",
                "```json\n[{\"tool\":\"ring\",\"arguments\":{}},{\"tool\":\"ring\",\"arguments\":\"\"}]\n```",
                "```json\n[{\"tool\":7,\"arguments\":{}}]\n```"
            })
    void leavesAnAnswerAsItIsThatListsNoCalls(String said) throws Exception {
        Message answer = tools(said);

        assertThat(answer.getContent()).isEqualTo(said);
        assertThat(answer.getToolCalls()).isEmpty();
    }

    @Test
    void leavesCallsAsTheyAreThatTheTeacherMakesItself() throws Exception {
        var families = new Families();
        var apprentice = new Teacher(
                new Apprentice(families, 0), "apprentice", Sampling.newBuilder().build());
        @Nullable Task none = null;
        var item = new StrategyCall("distillation", Map.of("family", "tool-use", "level", "2", "index", "3"));
        Seed seed = TestSeeds.seed(TestSeeds.tool())
                .setTask(none)
                .setStrategy(item)
                .setSplit(Split.TRAIN)
                .build();

        Sample sample = new TaughtStrategy(new Distillation(families::task), apprentice)
                .make(seed)
                .getFirst();

        Draft draft = ((Sample.Made) sample).draft();
        assertThat(draft.task()).isEqualTo(families.task(seed));
        assertThat(draft.messages().getLast().getToolCalls())
                .extracting(ToolCall::getName)
                .containsExactly("unlock", "move", "lock");
    }

    private static Message tools(String said) throws InterruptedException {
        var teacher = new ScriptedModel(request -> said).teacher();
        var technique = new Distillation(seed -> Objects.requireNonNull(seed.getTask()));
        Sample sample = new TaughtStrategy(technique, teacher)
                .make(seed(TestSeeds.tool()))
                .getFirst();
        return ((Sample.Made) sample).draft().messages().getLast();
    }

    @Test
    void refusesAConversationInWhichNothingIsToBeAnswered() {
        ChatTask over = ChatTask.newBuilder()
                .setMessages(Objects.requireNonNull(TestSeeds.chat().getChat())
                        .getMessages()
                        .subList(0, 2))
                .build();

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() ->
                        distillation.make(seed(Task.newBuilder().setChat(over).build())));
    }

    @Test
    void refusesATaskThatItHasNoPromptFor() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> distillation.make(seed(Task.newBuilder().build())));
        assertThat(model.requests()).isEmpty();
    }

    private static Seed seed(Task task) {
        return TestSeeds.seed(task).build();
    }
}
