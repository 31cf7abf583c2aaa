package io.millrace.generator.conversation;

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
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {

    private static final Map<String, String> SETTING =
            Map.of("domain", "renting bicycles", "tone", "dry and short", "turns", "3");

    /** Says in every turn which one it is. */
    private final ScriptedModel model = new ScriptedModel(request -> " " + request.step() + "\n");

    @Test
    void draftsTheWholeConversationOfWhichTheLastReplyIsJudged() throws Exception {
        Draft draft = draft(model, seed(SETTING, "en"));

        assertThat(draft.messages())
                .extracting(Message::getRole)
                .containsExactly("system", "user", "assistant", "user", "assistant", "user", "assistant");
        assertThat(draft.messages().subList(1, 7))
                .extracting(Message::getContent)
                .containsExactly("user-1", "assistant-1", "user-2", "assistant-2", "user-3", ModelRequest.ANSWER);
        assertThat(requireNonNull(draft.task().getChat()).getMessages())
                .isEqualTo(draft.messages().subList(0, 6));
        assertThat(draft.calls())
                .extracting(ModelCall::step)
                .containsExactly("user-1", "assistant-1", "user-2", "assistant-2", "user-3", ModelRequest.ANSWER);
    }

    @Test
    void showsEachSideItsOwnInstructionsAlone() throws Exception {
        draft(model, seed(SETTING, "en"));

        List<ModelRequest> asUser = requests("user-");
        List<ModelRequest> asAssistant = Stream.concat(
                        requests("assistant-").stream(), requests(ModelRequest.ANSWER).stream())
                .toList();
        assertThat(asUser)
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.messages().toString())
                        .contains("You play a person", "renting bicycles", "English")
                        .doesNotContain("You are an assistant", "dry and short"));
        assertThat(asAssistant)
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.messages().toString())
                        .contains("You are an assistant", "renting bicycles", "dry and short", "20 to 150 words")
                        .doesNotContain("You play a person", Dialogue.END));
        assertThat(asUser.getLast().messages())
                .extracting(Message::getRole)
                .containsExactly("user", "assistant", "user", "assistant", "user");
        assertThat(asUser.getLast().messages().subList(1, 5))
                .extracting(Message::getContent)
                .containsExactly("user-1", "assistant-1", "user-2", "assistant-2");
    }

    private List<ModelRequest> requests(String step) {
        return model.requests().stream()
                .filter(request -> request.step().startsWith(step))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "user-2, [end], the conversation ended early",
        "user-2, 'Bye! [END]', the conversation ended early",
        "answer, '', the conversation ended early",
        "user-2, USER-1, a turn repeats an earlier one",
        "user-2, assistant-1, a turn repeats an earlier one",
        "answer, 'Assistant-1 ', a turn repeats an earlier one"
    })
    void refusesAConversationThatStalls(String step, String turn, String why) throws Exception {
        var tired = new ScriptedModel(request -> request.step().equals(step) ? turn : request.step());

        assertThat(strategy(tired).make(seed(SETTING, "en")))
                .containsExactly(new Sample.Failed(0, "Stalled", why, 1, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|{\"type\":\"words\",\"atLeast\":20,\"atMost\":150};{\"type\":\"language\",\"is\":\"en\"}",
                "de-CH|{\"type\":\"words\",\"atLeast\":20,\"atMost\":150};{\"type\":\"language\",\"is\":\"de\"}",
                "sv|{\"type\":\"words\",\"atLeast\":20,\"atMost\":150}",
                "ja|{\"type\":\"language\",\"is\":\"ja\"}"
            })
    void declaresWhatCanBeCheckedOfTheReply(String language, String constraints) throws Exception {
        ChatTask chat =
                requireNonNull(draft(model, seed(SETTING, language)).task().getChat());

        assertThat(String.join(";", chat.getConstraints())).isEqualTo(constraints);
        assertThat(chat.getRubric()).isNull();
    }

    @Test
    void drawsWhatThePersonIsLikeAndMakesTheSameOfTheSameSeed() throws Exception {
        Seed seed = Seed.newBuilder(seed(SETTING, "en")).setSamples(20).build();

        List<Sample> samples = strategy(model).make(seed);

        assertThat(samples).isEqualTo(strategy(model).make(seed));
        assertThat(samples.stream()
                        .map(sample -> ((Sample.Made) sample)
                                .draft()
                                .calls()
                                .getFirst()
                                .prompt()
                                .getVariables()
                                .get("manner"))
                        .distinct()
                        .count())
                .isGreaterThan(4);
    }

    @Test
    void refusesASettingThatDoesNotFit() {
        List<Map<String, String>> settings = List.of(
                Map.of(),
                Map.of("domain", "bicycles", "turns", "1"),
                Map.of("domain", "bicycles", "turns", "13"),
                Map.of("domain", "bicycles", "mood", "fine"));

        assertThat(settings)
                .allSatisfy(setting -> assertThatExceptionOfType(UnusableSeedException.class)
                        .isThrownBy(() -> strategy(model).make(seed(setting, "en"))));
        assertThat(model.requests()).isEmpty();
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "assistant,1,d9f1d2d783dfd7210cf260f2d690cc87d25387ebf4898033105efc406c3cbebd",
        "user,1,22b6bb4b9d3fdf25af30ee44015a0e8dcb8e713532e4c18d6311797d33697ddf"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(Conversation.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new Conversation(), model.teacher());
    }

    private static Draft draft(ScriptedModel model, Seed seed) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed).getFirst()).draft();
    }

    private static Seed seed(Map<String, String> parameters, String language) {
        return TestSeeds.seed(TestSeeds.math())
                .setTask(null)
                .setLanguage(language)
                .setStrategy(new StrategyCall("conversation", parameters))
                .build();
    }
}
