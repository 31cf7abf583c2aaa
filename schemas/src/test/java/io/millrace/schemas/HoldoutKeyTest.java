package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutKeyTest {

    private static final int PROBLEMS = 4_000;

    static {
        TrustedRecords.allow();
    }

    @Test
    void aProblemIsTheSameWhateverItsAnswerAndItsLayout() {
        assertThat(HoldoutKey.content(math("How many?\r\n  ", "42")))
                .isEqualTo(HoldoutKey.content(math("How many?", "43")))
                .isNotEqualTo(HoldoutKey.content(math("How few?", "42")))
                .hasSize(64);
    }

    @Test
    void aProblemIsTheSameInAConversationOfOneMessage() {
        assertThat(HoldoutKey.content(chat("How many?", List.of())))
                .isEqualTo(HoldoutKey.content(math("How many?", "42")));
    }

    @Test
    void itsKeyIsAnotherInEveryDataset() {
        Task task = math("How many?", "42");

        assertThat(HoldoutKey.of("one", task))
                .startsWith(HoldoutKey.content(task))
                .isNotEqualTo(HoldoutKey.of("two", task));
    }

    @Test
    void questionsAboutTheSameTextStayTogether() {
        assertThat(HoldoutKey.content(about("When?", "a text")))
                .isEqualTo(HoldoutKey.content(about("Where?", "a text")))
                .isNotEqualTo(HoldoutKey.content(about("When?", "another text")));
    }

    @Test
    void aShareOfAllProblemsStandsInFrontOfIt() {
        long before = IntStream.range(0, PROBLEMS)
                .mapToDouble(number -> HoldoutKey.place(math("Problem " + number, "42")))
                .peek(place -> assertThat(place).isBetween(0.0, Math.nextDown(1.0)))
                .filter(place -> place < 0.1)
                .count();

        assertThat(before / (double) PROBLEMS).isCloseTo(0.1, within(0.02));
    }

    private static Task math(String problem, String answer) {
        return Task.newBuilder().setMath(new MathTask(problem, answer, null)).build();
    }

    private static Task about(String question, String text) {
        return chat(question, List.of(new Document("d", "D", text)));
    }

    private static Task chat(String question, List<Document> documents) {
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of(Message.newBuilder()
                        .setRole("user")
                        .setContent(question)
                        .build()))
                .setDocuments(documents)
                .build();
        return Task.newBuilder().setChat(chat).build();
    }
}
