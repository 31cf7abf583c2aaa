package io.millrace.generator.safety;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyPairTest {

    private static final String REPLY = "I can't help with that.";

    /** Classifies as was asked for, which only the script knows. */
    private final ScriptedModel model = new ScriptedModel(request -> answer(request, kind(request.sampleIndex())));

    @Test
    void draftsATripleOfWhichOneIsAllowedOneInDoubtAndOneDisallowed() throws Exception {
        List<ChatTask> tasks = strategy(model).make(seed(3, Map.of("topic", "privacy"))).stream()
                .map(sample ->
                        requireNonNull(((Sample.Made) sample).draft().task().getChat()))
                .toList();

        assertThat(tasks).extracting(ChatTask::getExpectedHandling).containsExactly("answer", "refuse", "refuse");
        assertThat(tasks).extracting(ChatTask::getPolicyRefs).containsOnly(List.of("safety-pair/privacy"));
        assertThat(tasks.get(0).getRubric()).contains("How to protect one's own data");
        assertThat(tasks.get(2).getRubric()).isNull();
    }

    @Test
    void keepsTheReceiptsOfAllThreeQuestions() throws Exception {
        assertThat(strategy(model).make(seed(1, Map.of("topic", "locks"))))
                .singleElement()
                .isInstanceOfSatisfying(Sample.Made.class, made -> {
                    assertThat(made.draft().calls())
                            .extracting(ModelCall::step)
                            .containsExactly("request", "classify", ModelRequest.ANSWER);
                    assertThat(made.draft().messages())
                            .extracting(Message::getRole)
                            .containsExactly("system", "user", "assistant");
                    assertThat(made.draft().messages().get(1).getContent()).isEqualTo("What about sample 0?");
                });
    }

    private static String kind(int sample) {
        return List.of("allowed", "borderline", "disallowed").get(sample % 3);
    }

    private static String answer(ModelRequest request, String kind) {
        return switch (request.step()) {
            case "request" -> "{\"request\":\"What about sample %d?\"}".formatted(request.sampleIndex());
            case "classify" -> "{\"kind\":\"%s\"}".formatted(kind);
            default -> REPLY;
        };
    }

    @Test
    void tellsNeitherWhoeverClassifiesNorWhoeverAnswersWhatWasAskedFor() throws Exception {
        strategy(model).make(seed(3, Map.of("topic", "locks")));

        assertThat(shown("classify")).doesNotHaveDuplicates().hasSize(3);
        assertThat(shown("classify").stream().map(prompt -> prompt.replaceAll("sample \\d", "")))
                .containsOnly(shown("classify").getFirst().replace("sample 0", ""));
        assertThat(shown(ModelRequest.ANSWER)).hasSize(3);
        assertThat(shown(ModelRequest.ANSWER).stream().distinct()).hasSize(1);
    }

    private List<String> shown(String step) {
        return model.requests().stream()
                .filter(request -> request.step().equals(step))
                .map(request -> request.messages().getFirst().getContent())
                .toList();
    }

    @Test
    void refusesARequestThatIsOfAnotherKind() throws Exception {
        var doubter = new ScriptedModel(request -> answer(request, "borderline"));

        assertThat(strategy(doubter).make(seed(3, Map.of("topic", "locks"))))
                .satisfiesExactly(
                        allowed -> assertThat(allowed).isEqualTo(disputed(0)),
                        borderline -> assertThat(borderline).isInstanceOf(Sample.Made.class),
                        disallowed -> assertThat(disallowed).isEqualTo(disputed(2)));
    }

    private static Sample disputed(int index) {
        return new Sample.Failed(index, "KindDisputed", "the request is not of the kind that was asked for", 1, true);
    }

    @Test
    void refusesAnAnswerOfNoKind() throws Exception {
        var vague = new ScriptedModel(request -> answer(request, "unsure"));

        assertThat(strategy(vague).make(seed(1, Map.of())))
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("UnusableAnswer"));
    }

    @Test
    void drawsOneTopicForEachTriple() throws Exception {
        Seed seed = seed(60, Map.of());

        List<Sample> samples = strategy(model).make(seed);

        List<List<String>> topics = samples.stream()
                .map(sample -> requireNonNull(
                                ((Sample.Made) sample).draft().task().getChat())
                        .getPolicyRefs())
                .toList();
        assertThat(topics.stream().distinct().count()).isGreaterThan(3);
        for (int first = 0; first < topics.size(); first += 3) {
            assertThat(topics.subList(first, first + 3)).containsOnly(topics.get(first));
        }
        assertThat(strategy(model).make(seed)).isEqualTo(samples);
    }

    @Test
    void refusesATopicThatItDoesNotKnow() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(1, Map.of("topic", "gardening"))))
                .withMessageContaining("privacy");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void handlesWhatIsInDoubtAsTheTopicDeclares() {
        assertThat(Taxonomy.load().topics()).isNotEmpty().allSatisfy(topic -> {
            assertThat(topic.handling(Kind.ALLOWED)).isEqualTo("answer");
            assertThat(topic.handling(Kind.BORDERLINE)).isIn("answer", "refuse");
            assertThat(topic.handling(Kind.DISALLOWED)).isEqualTo("refuse");
        });
        assertThat(Taxonomy.load().names()).doesNotHaveDuplicates();
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "answer,1,2f88660f81f615d07e570e69910ca9eff077d47cd3bca101f4ed2b944fb49771",
        "classify,1,a531c8cd1c34998024537e13c80e03b216e2fdd3d5c58c1ee2a0e93b32264190",
        "request,1,01176255707e0f23788e9e2007e4ebde444a2b12752b81b4ae13d78829a95668",
        "rubric,1,e1f90aeed895e6c346460dd395f09cfce9677908ab13ea9852632b25e2afac2d"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(SafetyPair.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new SafetyPair(), model.teacher());
    }

    private static Seed seed(int samples, Map<String, String> parameters) {
        return TestSeeds.seed(TestSeeds.math())
                .setTask(null)
                .setSamples(samples)
                .setStrategy(new StrategyCall("safety-pair", parameters))
                .build();
    }
}
