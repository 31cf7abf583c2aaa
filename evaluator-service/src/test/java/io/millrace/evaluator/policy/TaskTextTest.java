package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.PuzzleTask;
import io.millrace.schemas.SqlTask;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import io.millrace.schemas.ToolTask;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskTextTest {

    @ParameterizedTest
    @MethodSource("tasksThatAsk")
    void everyKindOfTaskIsKnownByItsQuestion(Task task) {
        assertThat(TaskText.of(task)).isEqualTo("question");
    }

    @org.junit.jupiter.api.Test
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
                        .setMessages(List.of(Samples.message("user", text)))
                        .build())
                .build();
    }
}
