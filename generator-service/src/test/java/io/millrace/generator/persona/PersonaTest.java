package io.millrace.generator.persona;

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
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaTest {

    private static final String REQUEST = "why does my oven smoke";
    private static final String MILLERS =
            "{\"dimensions\":[{\"name\":\"trade\",\"shares\":{\"miller\":1}},{\"name\":\"mood\",\"shares\":{\"glad\":1}}]}";

    private final ScriptedModel model = new ScriptedModel(PersonaTest::answer);

    private static String answer(ModelRequest request) {
        return request.step().equals(ModelRequest.ANSWER) ? "Clean it." : "{\"request\":\"%s\"}".formatted(REQUEST);
    }

    @Test
    void answersARequestWithoutKnowingWhoseItIs() throws Exception {
        Sample sample = strategy(model).make(seed(Map.of("personas", MILLERS))).getFirst();

        assertThat(sample).isInstanceOfSatisfying(Sample.Made.class, made -> {
            List<Message> messages = made.draft().messages();
            assertThat(messages).extracting(Message::getContent).containsExactly(REQUEST, "Clean it.");
            assertThat(made.draft().task())
                    .isEqualTo(Task.newBuilder()
                            .setChat(ChatTask.newBuilder()
                                    .setMessages(List.of(messages.getFirst()))
                                    .build())
                            .build());
            assertThat(made.draft().calls())
                    .extracting(ModelCall::step)
                    .containsExactly("request", ModelRequest.ANSWER);
            assertThat(made.draft().calls().getFirst().prompt().getVariables())
                    .containsEntry("persona.trade", "miller")
                    .containsEntry("persona.mood", "glad")
                    .containsEntry("topic", "kitchens");
        });
        assertThat(model.requests().getFirst().messages().getFirst().getContent())
                .contains("- trade: miller\n- mood: glad", "Topic of the message: kitchens");
        assertThat(model.requests().getLast().messages().toString()).doesNotContain("miller", "glad", "kitchens");
    }

    @Test
    void drawsOtherPeopleForOtherSamplesAndTheSameForTheSameSeed() throws Exception {
        Seed seed = Seed.newBuilder(seed(Map.of())).setSamples(20).build();
        var again = new ScriptedModel(PersonaTest::answer);

        assertThat(strategy(model).make(seed)).isEqualTo(strategy(again).make(seed));

        assertThat(again.requests()).isEqualTo(model.requests());
        assertThat(model.requests())
                .filteredOn(request -> request.step().equals("request"))
                .extracting(request -> request.messages().getFirst().getContent())
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "{\"request\":\"short\"}", "{\"request\":\"long enough\",\"name\":\"x\"}"})
    void cannotUseARequestThatDoesNotFit(String answer) throws Exception {
        Sample sample = strategy(new ScriptedModel(request -> answer))
                .make(seed(Map.of()))
                .getFirst();

        assertThat(sample)
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("UnusableAnswer"));
    }

    @ParameterizedTest
    @CsvSource({"topic,' '", "personas,secret", "personas,{}", "mood,glad"})
    void refusesParametersThatDoNotFitWithoutQuotingThem(String name, String value) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(Map.of(name, value))))
                .withMessageContaining("parameter")
                .withMessageNotContaining("secret");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void refusesASeedThatBringsItsTask() {
        Seed seed = Seed.newBuilder(seed(Map.of())).setTask(TestSeeds.math()).build();

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed));
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({"request,1,66f86885e55e3a56df5a2a0f5ade8bc8c1570ff027afa4b39480fef5631b54c1"})
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(Persona.class, id, version).hash()).isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new Persona(), model.teacher());
    }

    private static Seed seed(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of("topic", "kitchens"));
        parameters.putAll(more);
        @Nullable Task none = null;
        return TestSeeds.seed(TestSeeds.math())
                .setTask(none)
                .setStrategy(new StrategyCall("persona", parameters))
                .build();
    }
}
