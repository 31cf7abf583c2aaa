package io.millrace.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.generator.strategy.ModelCall;
import io.millrace.schemas.Seed;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterviewTest {

    private static final AnswerSchema NUMBER = AnswerSchema.load(InterviewTest.class, "number");
    private static final Prompt PROMPT = Prompt.of(new PromptTemplate("question", "1", "How many?"), Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"number\":7}", " {\"number\":7}\n", "```json\n{\"number\":7}\n```", "```\n{\"number\":7}```"})
    void readsJson(String answer) throws Exception {
        var model = new ScriptedModel(request -> answer);

        assertThat(interview(model).ask("count", PROMPT, NUMBER).path("number").intValue())
                .isEqualTo(7);
        assertThat(model.requests()).singleElement().satisfies(request -> {
            assertThat(request.step()).isEqualTo("count");
            assertThat(request.answerForm()).contains(NUMBER.form());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven",
                "{\"number\":\"7\"}",
                "{\"number\":7,\"more\":1}",
                "{\"number\":7} or so",
                "7",
                "```"
            })
    void letsTheTeacherRepairItsAnswerOnce(String answer) throws Exception {
        var model = new ScriptedModel(request -> request.step().equals("count") ? answer : "{\"number\":7}");
        Interview interview = interview(model);

        assertThat(interview.ask("count", PROMPT, NUMBER).path("number").intValue())
                .isEqualTo(7);
        assertThat(interview.calls()).extracting(ModelCall::step).containsExactly("count", "count-repair");
        ModelRequest repair = model.requests().getLast();
        assertThat(repair.messages()).hasSize(3);
        assertThat(repair.messages().get(1).getContent()).isEqualTo(answer);
        assertThat(repair.messages().get(2).getContent())
                .contains("cannot be used", NUMBER.form().jsonSchema().strip());
    }

    @Test
    void givesUpAfterTheRepairWithoutQuotingTheAnswer() {
        var model = new ScriptedModel(request -> "{\"number\":\"secret\"}");

        assertThatExceptionOfType(UnusableAnswerException.class)
                .isThrownBy(() -> interview(model).ask("count", PROMPT, NUMBER))
                .withMessageContaining("/number")
                .withMessageNotContaining("secret")
                .satisfies(e -> assertThat(e.errorClass()).isEqualTo("UnusableAnswer"));
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void refusesJsonThatIsNestedWithoutEnd() {
        var model = new ScriptedModel(request -> "[".repeat(100_000));

        assertThatExceptionOfType(UnusableAnswerException.class)
                .isThrownBy(() -> interview(model).ask("count", PROMPT, NUMBER));
    }

    @Test
    void asksInAConversation() throws Exception {
        var model = new ScriptedModel(request -> "and so on");

        assertThat(interview(model).ask("turn", List.of(PROMPT.message(), PROMPT.message()), PROMPT.receipt()))
                .satisfies(answer -> assertThat(answer.getContent()).isEqualTo("and so on"));
        assertThat(model.requests().getFirst().messages()).hasSize(2);
    }

    @Test
    void putsTheCallOfTheAnswerLast() throws Exception {
        var model = new ScriptedModel(request -> "well");
        Interview interview = interview(model);
        interview.ask("first", PROMPT);
        interview.ask("second", PROMPT);
        interview.ask("third", PROMPT);
        ModelCall second = interview.calls().get(1);

        assertThat(interview.callsEndingWith(second))
                .extracting(ModelCall::step)
                .containsExactly("first", "third", "second");
        assertThat(interview.calls()).extracting(ModelCall::step).containsExactly("first", "second", "third");
        assertThatIllegalArgumentException().isThrownBy(() -> interview(model).callsEndingWith(second));
    }

    @Test
    void makesTheSameChoicesForTheSameSeedAndSampleOnly() {
        var model = new ScriptedModel(request -> "well");
        Seed seed = TestSeeds.seed(TestSeeds.math()).build();
        Seed rekeyed = Seed.newBuilder(seed).setRngKey(1).build();

        assertThat(choice(seed, 0, model)).isEqualTo(choice(seed, 0, model));
        assertThat(List.of(choice(seed, 0, model), choice(seed, 1, model), choice(rekeyed, 0, model)))
                .doesNotHaveDuplicates();
    }

    private static int choice(Seed seed, int sampleIndex, ScriptedModel model) {
        return new Interview(model.teacher(), new Spending(null), seed, sampleIndex)
                .chance()
                .below(Integer.MAX_VALUE);
    }

    private static Interview interview(ScriptedModel model) {
        return new Interview(
                model.teacher(),
                new Spending(null),
                TestSeeds.seed(TestSeeds.math()).build(),
                0);
    }
}
