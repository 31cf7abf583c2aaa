package io.millrace.generator.chatbot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.Message;
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
import org.junit.jupiter.params.provider.ValueSource;

class ChatbotTestsTest {

    private static final String PURPOSE = "You help guests of a hotel. Breakfast is from 7 to 10.";
    private static final String QUERY = "when is brekfast?";
    private static final String REPLY = "Breakfast is from 7 to 10.";
    private static final String CONSTRAINT = "{\"type\":\"contains\",\"keyword\":\"7\"}";

    private final ScriptedModel model = model(CONSTRAINT, "\"" + TestSeeds.HIDDEN + "\"");

    @Test
    void draftsAQueryWithWhatMustHoldOfTheReply() throws Exception {
        Draft draft = draft(model);

        ChatTask chat = requireNonNull(draft.task().getChat());
        assertThat(chat.getConstraints()).containsExactly(CONSTRAINT);
        assertThat(chat.getRubric()).isEqualTo(TestSeeds.HIDDEN);
        assertThat(chat.getMessages()).isEqualTo(draft.messages().subList(0, 2));
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("system", "user", "assistant");
        assertThat(draft.messages().get(1).getContent()).isEqualTo(QUERY);
        assertThat(draft.messages().getLast().getContent()).isEqualTo(REPLY);
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("test", ModelRequest.ANSWER);
    }

    @Test
    void tellsTheChatbotNothingOfWhatIsExpected() throws Exception {
        draft(model);

        List<Message> shown = model.requests().getLast().messages();
        assertThat(shown.toString()).contains(PURPOSE, QUERY).doesNotContain(TestSeeds.HIDDEN, "contains", "keyword");
        assertThat(shown).hasSize(2);
    }

    @Test
    void leavesTheRubricOutWhereTheConstraintsSayAll() throws Exception {
        assertThat(requireNonNull(draft(model(CONSTRAINT, "null")).task().getChat())
                        .getRubric())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"excludes\",\"keyword\":\"noon\",\"caseSensitive\":true}",
                "{\"type\":\"contains\",\"keyword\":\"7\",\"exactly\":1}",
                "{\"type\":\"bullets\",\"atLeast\":1,\"atMost\":3}",
                "{\"type\":\"sentences\",\"exactly\":2}",
                "{\"type\":\"startsWith\",\"text\":\"Dear\"}",
                "{\"type\":\"case\",\"is\":\"lower\"}",
                "{\"type\":\"noCommas\"}",
                "{\"type\":\"language\",\"is\":\"pt-BR\"}"
            })
    void takesConstraintsOfEveryDocumentedForm(String constraint) throws Exception {
        assertThat(requireNonNull(draft(model(constraint, "null")).task().getChat())
                        .getConstraints())
                .containsExactly(constraint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"polite\"}",
                "{\"type\":\"contains\"}",
                "{\"type\":\"contains\",\"keyword\":\" \"}",
                "{\"type\":\"words\"}",
                "{\"type\":\"words\",\"exactly\":3,\"atMost\":3}",
                "{\"type\":\"words\",\"atLeast\":-1}",
                "{\"type\":\"noCommas\",\"really\":true}",
                "\"be polite\""
            })
    void refusesAConstraintOfAnyOtherForm(String constraint) throws Exception {
        assertThat(errorClass(constraint)).isEqualTo("UnusableAnswer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"words\",\"atLeast\":9,\"atMost\":8}",
                "{\"type\":\"words\",\"atLeast\":9.0}",
                CONSTRAINT + "," + CONSTRAINT
            })
    void refusesAConstraintThatNothingCanMeet(String constraint) throws Exception {
        assertThat(errorClass(constraint)).isEqualTo("UnusableConstraint");
    }

    private static String errorClass(String constraint) throws InterruptedException {
        Sample sample = strategy(model(constraint, "null"))
                .make(seed(Map.of("purpose", PURPOSE)))
                .getFirst();
        return ((Sample.Failed) sample).errorClass();
    }

    @Test
    void describesTheChatbotByTheDocumentsOfTheSeedWhereNothingElseDoes() throws Exception {
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of())
                .setDocuments(List.of(new Document("house", "House rules", "Quiet from 10.")))
                .build();

        strategy(model)
                .make(Seed.newBuilder(seed(Map.of()))
                        .setTask(Task.newBuilder().setChat(chat).build())
                        .build());

        assertThat(model.requests())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.messages().toString()).contains("House rules", "Quiet from 10."));
    }

    @Test
    void drawsWhatIsTestedAndMakesTheSameOfTheSameSeed() throws Exception {
        Seed seed =
                Seed.newBuilder(seed(Map.of("purpose", PURPOSE))).setSamples(30).build();

        assertThat(strategy(model).make(seed)).isEqualTo(strategy(model).make(seed));
        assertThat(model.requests().stream()
                        .map(request -> request.messages().getFirst().getContent())
                        .filter(prompt -> prompt.contains("You write tests"))
                        .distinct()
                        .count())
                .isGreaterThan(4);
    }

    @Test
    void refusesASeedThatDescribesNoChatbot() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(Map.of())))
                .withMessageContaining("purpose");
        assertThat(model.requests()).isEmpty();
    }

    private static ScriptedModel model(String constraints, String rubric) {
        String test = "{\"query\":\"%s\",\"constraints\":[%s],\"rubric\":%s}".formatted(QUERY, constraints, rubric);
        return new ScriptedModel(request -> request.step().equals(ModelRequest.ANSWER) ? REPLY : test);
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "chatbot,1,0ad6623858f52f48adfcb6364058c4c85797ae6c86a051daf371433216e2e61d",
        "test,1,34673af2250e6b2205ea3532079b91a528edb16f27081c6909f31dd065f41841"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(ChatbotTests.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new ChatbotTests(), model.teacher());
    }

    private static Draft draft(ScriptedModel model) throws InterruptedException {
        Sample sample = strategy(model).make(seed(Map.of("purpose", PURPOSE))).getFirst();
        return ((Sample.Made) sample).draft();
    }

    private static Seed seed(Map<String, String> parameters) {
        return TestSeeds.seed(TestSeeds.math())
                .setTask(null)
                .setStrategy(new StrategyCall("chatbot-tests", parameters))
                .build();
    }
}
