package io.millrace.generator.grounded;

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
import io.millrace.schemas.Grounding;
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

class GroundedQaTest {

    private static final String POLICY = """
            # 3 Returns
            ## 3.1 Period
            A customer may return goods within   30 days
            of delivery. Late returns are not refunded.
            """;
    private static final String ASKED = "How long do I have to send it back?";
    private static final String QUOTE = "return goods within 30 days of delivery";
    private static final String REPLY = "You have 30 days: \"" + QUOTE + "\" [policy §3.1].";
    private static final String NEVER = "0";
    private static final String ALWAYS = "1";

    private final ScriptedModel model = model(QUOTE);

    @Test
    void draftsAQuestionAboutASectionAndItsAnswer() throws Exception {
        Draft draft = draft(model, seed(NEVER, POLICY));

        ChatTask chat = requireNonNull(draft.task().getChat());
        assertThat(chat.getMessages()).extracting(Message::getContent).containsExactly(ASKED);
        assertThat(chat.getDocuments()).containsExactly(new Document("policy", "Returns policy", POLICY));
        assertThat(chat.getGrounding()).isEqualTo(new Grounding(true, List.of("policy §3.1")));
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.messages().getLast().getContent()).isEqualTo(REPLY);
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("question", ModelRequest.ANSWER);
        assertThat(draft.calls())
                .extracting(call -> call.prompt().getTemplateId())
                .containsExactly("question", "answer");
    }

    @Test
    void draftsAQuestionThatTheDocumentsDoNotAnswer() throws Exception {
        Draft draft = draft(model, seed(ALWAYS, POLICY));

        assertThat(requireNonNull(draft.task().getChat()).getGrounding()).isEqualTo(new Grounding(false, List.of()));
        assertThat(draft.calls())
                .extracting(call -> call.prompt().getTemplateId())
                .containsExactly("open-question", "answer");
    }

    @Test
    void showsWhoeverAnswersTheDocumentsAndTheQuestionAlone() throws Exception {
        Draft open = draft(model, seed(ALWAYS, POLICY));
        Draft draft = draft(model, seed(NEVER, POLICY));

        ModelRequest asked = model.requests().getLast();
        assertThat(asked.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.getContent())
                        .contains(
                                POLICY.strip(),
                                ASKED,
                                "<document id=\"policy\">",
                                "The documents do not say.",
                                "English")
                        .doesNotContain(QUOTE));
        assertThat(asked.messages()).containsExactly(draft.messages().getFirst());
        assertThat(open.messages().getFirst()).isEqualTo(draft.messages().getFirst());
    }

    @Test
    void asksAboutEverySectionAndLeavesShareOfTheQuestionsOpen() throws Exception {
        var echo = new ScriptedModel(request -> question(request, "Nothing that stands in any section."));
        String policy = POLICY + "## 3.2 Costs\nThe customer pays for the way back, unless goods are broken.\n";

        strategy(echo)
                .make(Seed.newBuilder(seed("0.25", policy)).setSamples(200).build());

        List<String> prompts = echo.requests().stream()
                .map(request -> request.messages().getFirst().getContent())
                .toList();
        assertThat(prompts.stream()
                        .filter(prompt -> prompt.contains("about policy §3.1"))
                        .count())
                .isBetween(50L, 100L);
        assertThat(prompts.stream()
                        .filter(prompt -> prompt.contains("about policy §3.2"))
                        .count())
                .isBetween(50L, 100L);
        assertThat(prompts.stream()
                        .filter(prompt -> prompt.contains("do not answer, though"))
                        .count())
                .isBetween(30L, 70L);
        assertThat(prompts).noneMatch(prompt -> prompt.contains("about policy §3,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return goods within 90 days of delivery",
                "may return goods … of delivery",
                "Return goods within 30 days of delivery"
            })
    void refusesAQuotationThatDoesNotStandThere(String quote) throws Exception {
        assertThat(strategy(model(quote)).make(seed(NEVER, POLICY)))
                .containsExactly(
                        new Sample.Failed(0, "NotVerbatim", "the quotation does not stand in the section", 1, true));
    }

    @Test
    void refusesAQuotationThatStandsInSeveralSections() throws Exception {
        String twice = POLICY + "## 3.2 Gifts\nWhoever was given them may return goods within 30 days of delivery.";

        assertThat(strategy(model).make(seed(NEVER, twice)))
                .containsExactly(
                        new Sample.Failed(0, "NotUnique", "the quotation stands in several sections", 1, true));
    }

    @Test
    void refusesAQuotationThatIsTooShortToRestOn() throws Exception {
        assertThat(strategy(model("30 days")).make(seed(NEVER, POLICY)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("UnusableAnswer"));
    }

    @Test
    void takesADocumentWithoutSectionsAsAWhole() throws Exception {
        Draft draft = draft(model, seed(NEVER, "A customer may return goods within 30 days of delivery."));

        assertThat(requireNonNull(draft.task().getChat()).getGrounding())
                .isEqualTo(new Grounding(true, List.of("policy")));
    }

    @Test
    void saysInTheLanguageOfTheSeedThatTheDocumentsDoNotSay() throws Exception {
        draft(model, Seed.newBuilder(seed(NEVER, POLICY)).setLanguage("de-AT").build());

        assertThat(model.requests().getLast().messages().getFirst().getContent())
                .contains("Die Dokumente sagen dazu nichts.", "German");
    }

    @Test
    void makesTheSameOfTheSameSeed() throws Exception {
        Seed seed = Seed.newBuilder(seed("0.5", POLICY)).setSamples(8).build();

        assertThat(strategy(model).make(seed)).isEqualTo(strategy(model(QUOTE)).make(seed));
        assertThat(strategy(model).version()).isEqualTo(strategy(model(QUOTE)).version());
    }

    @Test
    void refusesASeedWithoutDocumentsToCite() {
        List<Seed> unusable = List.of(
                TestSeeds.seed(TestSeeds.math()).build(),
                seed(NEVER, "Too short."),
                seed(NEVER, "too long ".repeat(20_000)),
                seed("1.5", POLICY),
                Seed.newBuilder(seed(NEVER, POLICY)).setTask(null).build());

        assertThat(unusable)
                .allSatisfy(seed -> assertThatExceptionOfType(UnusableSeedException.class)
                        .isThrownBy(() -> strategy(model).make(seed)));
        assertThat(model.requests()).isEmpty();
    }

    private static ScriptedModel model(String quote) {
        return new ScriptedModel(
                request -> request.step().equals(ModelRequest.ANSWER) ? REPLY : question(request, quote));
    }

    private static String question(ModelRequest request, String quote) {
        boolean open = request.answerForm().orElseThrow().name().equals("open-question");
        return open
                ? "{\"question\":\"%s\"}".formatted(ASKED)
                : "{\"question\":\"%s\",\"quote\":\"%s\"}".formatted(ASKED, quote);
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "answer,1,a248f3291ef82e9284fb27fa5fba0e45dd06901311df59bfb69a392a14961f33",
        "open-question,1,06cb0de9d8f4d148e3e156bd754a938f44fbc7a547566ec64886192341a23378",
        "question,1,00b14a0717d9b12deca9d66aab7a680b76b2224db3a9fc9ddc7364fbeb472434"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(GroundedQa.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new GroundedQa(), model.teacher());
    }

    private static Draft draft(ScriptedModel model, Seed seed) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed).getFirst()).draft();
    }

    private static Seed seed(String unanswerable, String policy) {
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of())
                .setDocuments(List.of(new Document("policy", "Returns policy", policy)))
                .build();
        return TestSeeds.seed(Task.newBuilder().setChat(chat).build())
                .setStrategy(new StrategyCall("grounded-qa", Map.of("unanswerable", unanswerable)))
                .build();
    }
}
