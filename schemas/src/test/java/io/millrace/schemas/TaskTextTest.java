package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskTextTest {

    static {
        TrustedRecords.allow();
    }

    @ParameterizedTest
    @MethodSource("tasksThatAsk")
    void everyKindOfTaskIsKnownByItsQuestion(Task task) {
        assertThat(TaskText.of(task)).isEqualTo("question");
    }

    @Test
    void conversationsAreToldApart() {
        assertThat(TaskText.of(chat("one"))).isNotEqualTo(TaskText.of(chat("two")));
    }

    static Stream<Task> tasksThatAsk() {
        return Stream.of(
                Task.newBuilder().setMath(new MathTask("question", "42", null)).build(),
                Task.newBuilder()
                        .setCode(CodeTask.newBuilder()
                                .setProblem("question")
                                .setLanguage("python")
                                .setEntryPoint("f")
                                .setTests("")
                                .build())
                        .build(),
                Task.newBuilder().setText(new TextTask("question", "42", null)).build(),
                Task.newBuilder()
                        .setPuzzle(new PuzzleTask("countdown", 1, "question", "{}", "42"))
                        .build(),
                Task.newBuilder()
                        .setStructured(StructuredTask.newBuilder()
                                .setInstruction("question")
                                .setJsonSchema("{}")
                                .build())
                        .build(),
                Task.newBuilder()
                        .setTool(new ToolTask("question", "[]", "{}", "{}"))
                        .build(),
                Task.newBuilder().setSql(new SqlTask("question", "", "")).build());
    }

    private static Task chat(String text) {
        return Task.newBuilder()
                .setChat(ChatTask.newBuilder()
                        .setMessages(List.of(Message.newBuilder()
                                .setRole("user")
                                .setContent(text)
                                .build()))
                        .build())
                .build();
    }
}
