package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    @Test
    void theQuestionIsTheTasksAndNotThePrompts() {
        Candidate candidate = Candidate.newBuilder(Samples.candidate(Samples.seed("seed-1"), "42"))
                .setMessages(List.of(
                        Samples.message("user", "Think step by step. What is 6 * 7? End with the answer."),
                        Samples.message("assistant", "42")))
                .build();

        assertThat(Exchange.of(candidate)).isEqualTo(new Exchange("What is 6 * 7?", "42"));
    }

    @Test
    void ofAChatAllTurnsCountButNeitherItsDocumentsNorWhatTheSystemSays() {
        Task chat = Task.newBuilder()
                .setChat(ChatTask.newBuilder()
                        .setMessages(List.of(
                                Samples.message("system", "You are terse."),
                                Samples.message("user", "Hello"),
                                Samples.message("assistant", "Yes?"),
                                Samples.message("user", "May I return it?")))
                        .setDocuments(List.of(new Document("d", "Returns", "Within 30 days.")))
                        .build())
                .build();

        assertThat(Exchange.of(answered(chat, Samples.message("assistant", "You may."))))
                .isEqualTo(new Exchange("Hello\nYes?\nMay I return it?", "You may."));
    }

    @Test
    void callsOfToolsAreAnswers() {
        Message call = Message.newBuilder(Samples.message("assistant", ""))
                .setToolCalls(List.of(new ToolCall("1", "add", "{\"a\":6}")))
                .build();

        assertThat(Exchange.of(answered(Samples.sum(), call)).answer()).isEqualTo("\nadd {\"a\":6}");
    }

    @Test
    void ofAKindOfTaskThatIsNotKnownTheConversationCounts() {
        Task unknown = Task.newBuilder().build();

        assertThat(Exchange.of(answered(unknown, Samples.message("assistant", "42"))))
                .isEqualTo(new Exchange("prompt", "42"));
    }

    @Test
    void whateverIsSaidCanBeLearntOnceForEachPart() {
        Message thought = Message.newBuilder(Samples.message("assistant", "42"))
                .setReasoning("Six times seven.")
                .build();

        assertThat(Exchange.parts(answered(Samples.sum(), thought)))
                .containsExactly("What is 6 * 7?", "prompt", "42", "Six times seven.");
    }

    private static Candidate answered(Task task, Message answer) {
        return Candidate.newBuilder(Samples.candidate(Samples.seed("seed-1"), ""))
                .setTask(task)
                .setMessages(List.of(Samples.message("user", "prompt"), answer))
                .build();
    }
}
