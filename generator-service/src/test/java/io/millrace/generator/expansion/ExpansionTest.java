package io.millrace.generator.expansion;

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
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {

    private static final String ORIGINAL = "Explain how a water mill grinds grain.";
    private static final String NEW = "Explain why a water mill grinds grain slowly in summer.";

    @ParameterizedTest
    @ValueSource(strings = {"deeper", "broader", "rewritten"})
    void answersTheNewInstruction(String operation) throws Exception {
        var model = new ScriptedModel(answers(NEW, ""));

        Draft draft = draft(model, Map.of("instruction", ORIGINAL, "operation", operation, "mostSimilar", "0.9"));

        assertThat(draft.messages()).extracting(Message::getContent).containsExactly(NEW, "Because of the drought.");
        assertThat(chat(draft).getMessages()).containsExactly(draft.messages().getFirst());
        assertThat(chat(draft).getConstraints()).isEmpty();
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("expand", ModelRequest.ANSWER);
        assertThat(draft.calls().getFirst().prompt().getTemplateId()).isEqualTo(operation);
        assertThat(model.requests().getFirst().messages().getFirst().getContent())
                .contains("<instruction>\n" + ORIGINAL + "\n</instruction>");
        assertThat(model.requests().getLast().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.getContent()).isEqualTo(NEW));
    }

    @Test
    void saysInWordsWhatIsChecked() throws Exception {
        var model = new ScriptedModel(answers(NEW, """
                {"type":"words","atLeast":50,"atMost":80},{"type":"contains","keyword":"wheel","atLeast":2},
                {"keyword":"Flow","type":"excludes","caseSensitive":true},{"type":"endsWith","text":"So it is."}"""));

        Draft draft = draft(model, Map.of("instruction", ORIGINAL, "operation", "constrained"));

        assertThat(chat(draft).getConstraints())
                .containsExactly(
                        "{\"atLeast\":50,\"atMost\":80,\"type\":\"words\"}",
                        "{\"atLeast\":2,\"keyword\":\"wheel\",\"type\":\"contains\"}",
                        "{\"caseSensitive\":true,\"keyword\":\"Flow\",\"type\":\"excludes\"}",
                        "{\"text\":\"So it is.\",\"type\":\"endsWith\"}");
        assertThat(draft.messages().getFirst().getContent()).isEqualTo(NEW + """


                        The reply must keep to the following:
                        - Write at least 50 and at most 80 words.
                        - Use the term "wheel" at least 2 times.
                        - Do not use the term "Flow", in exactly these capital and small letters.
                        - End with exactly this text, and nothing after it: So it is.""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"bullets\",\"exactly\":3} | Write exactly 3 bullet points.",
                "{\"type\":\"startsWith\",\"text\":\"Well\"} | Begin with exactly this text: Well",
                "{\"type\":\"case\",\"is\":\"upper\"} | Write in capital letters only.",
                "{\"type\":\"language\",\"is\":\"de\"} | Write in German.",
                "{\"type\":\"json\"} | Answer with one JSON document and nothing else.",
                "{\"type\":\"noCommas\"} | Use no commas.",
                "{\"type\":\"quoted\"} | Put the whole answer in double quotation marks.",
                "{\"type\":\"contains\",\"keyword\":\"oat\"} | Use the term \"oat\" at least once."
            })
    void hasWordsForEveryForm(String constraint, String words) throws Exception {
        Draft draft = draft(
                new ScriptedModel(answers(NEW, constraint)),
                Map.of("instruction", ORIGINAL, "operation", "constrained"));

        assertThat(draft.messages().getFirst().getContent()).endsWith("\n- " + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"words\",\"atLeast\":9,\"atMost\":8}",
                "{\"type\":\"words\",\"atLeast\":9},{\"type\":\"words\",\"atMost\":20}",
                "{\"type\":\"contains\",\"keyword\":\"Oat\"},{\"type\":\"excludes\",\"keyword\":\"oat\"}",
                "{\"type\":\"contains\",\"keyword\":\"!\"}",
                "{\"type\":\"endsWith\",\"text\":\"the end \"}",
                "{\"type\":\"language\",\"is\":\"qq\"}",
                "{\"type\":\"json\"},{\"type\":\"noCommas\"}",
                "{\"type\":\"quoted\"},{\"type\":\"startsWith\",\"text\":\"Well\"}"
            })
    void cannotUseConstraintsThatNoReplyMeets(String constraints) throws Exception {
        assertThat(errorClass(NEW, constraints, "constrained")).isEqualTo("ContradictoryConstraints");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":\"words\"}",
                "{\"type\":\"words\",\"atLeast\":0}",
                "{\"type\":\"words\",\"exactly\":5,\"atMost\":9}",
                "{\"type\":\"rhymes\"}",
                "{\"type\":\"case\",\"is\":\"title\"}",
                "{\"type\":\"noCommas\",\"atMost\":1}",
                "{\"type\":\"excludes\",\"keyword\":\"a\",\"exactly\":1}",
                "\"words\""
            })
    void cannotUseConstraintsOfAnotherForm(String constraints) throws Exception {
        assertThat(errorClass(NEW, constraints, "constrained")).isEqualTo("UnusableAnswer");
    }

    @Test
    void cannotUseAnInstructionThatIsTooNearOrTooFar() throws Exception {
        assertThat(errorClass(ORIGINAL.toUpperCase(Locale.ROOT), "", "deeper")).isEqualTo("TooSimilar");
        assertThat(errorClass("Bake bread!", "", "deeper")).isEqualTo("TooFar");
        assertThat(errorClass("Bake", "", "deeper")).isEqualTo("UnusableAnswer");
    }

    static List<Task> tasks() {
        Message request =
                Message.newBuilder().setRole("user").setContent(ORIGINAL).build();
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of(request))
                .setRubric(TestSeeds.HIDDEN)
                .build();
        return List.of(
                TestSeeds.math(),
                TestSeeds.code(),
                TestSeeds.text(),
                Task.newBuilder().setChat(chat).build());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void growsOutOfTheTaskOfASeedWithoutWhatItHides(Task task) throws Exception {
        var model = new ScriptedModel(answers(NEW, ""));
        Seed seed = Seed.newBuilder(seed(Map.of("operation", "broader", "mostSimilar", "1")))
                .setTask(task)
                .build();

        Sample sample = strategy(model).make(seed).getFirst();

        assertThat(sample).isInstanceOf(Sample.Made.class);
        assertThat(model.requests()).hasSize(2);
        assertThat(model.requests())
                .allSatisfy(request -> assertThat(request.messages().toString()).doesNotContain(TestSeeds.HIDDEN));
    }

    @Test
    void refusesASeedWithoutAnInstruction() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(new ScriptedModel(answers(NEW, "")))
                        .make(Seed.newBuilder(seed(Map.of()))
                                .setTask(TestSeeds.puzzle())
                                .build()))
                .withMessageContaining("no instruction");
    }

    @ParameterizedTest
    @CsvSource({"operation,sideways", "mostSimilar,2", "leastSimilar,0.99", "instruction,' '"})
    void refusesParametersOutOfTheirRange(String name, String value) {
        var model = new ScriptedModel(answers(NEW, ""));

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(Map.of(name, value))));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void drawsTheOperationFromTheSeedAndTheSample() throws Exception {
        var first = new ScriptedModel(answers(NEW, "{\"type\":\"noCommas\"}"));
        var second = new ScriptedModel(answers(NEW, "{\"type\":\"noCommas\"}"));
        Seed seed = Seed.newBuilder(seed(Map.of())).setSamples(40).build();

        assertThat(strategy(first).make(seed)).isEqualTo(strategy(second).make(seed));

        assertThat(first.requests()).isEqualTo(second.requests());
        Set<String> templates = new TreeSet<>();
        first.requests().stream()
                .filter(request -> request.step().equals("expand"))
                .map(request ->
                        request.messages().getFirst().getContent().lines().toList())
                .forEach(lines -> templates.add(String.valueOf(lines.get(6))));
        assertThat(templates).hasSize(4);
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "broader,1,eee14579cf2c396660542f481e648af6c37f24b855c94904ebb2a59229df55fb",
        "constrained,1,8513c39e196cf43ed1b353d28587c932cc2bc3352c5dc76bc0b207a8e02bb42a",
        "deeper,1,a6bb2a313382922665bf230416517e096f1b6cdafc559cd0b807d906feed11cd",
        "rewritten,1,0290e1b23e9e6581a849c655a44e759e474dadd15d3f56cc1388a152632952c3"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(Expansion.class, id, version).hash()).isEqualTo(hash);
    }

    private static ScriptedModel.Script answers(String instruction, String constraints) {
        return request -> {
            if (request.step().equals(ModelRequest.ANSWER)) {
                return "Because of the drought.";
            }
            boolean constrained = request.answerForm().orElseThrow().name().equals("constrained");
            return constrained
                    ? "{\"instruction\":\"%s\",\"constraints\":[%s]}".formatted(instruction, constraints)
                    : "{\"instruction\":\"%s\"}".formatted(instruction);
        };
    }

    private static ChatTask chat(Draft draft) {
        return Objects.requireNonNull(draft.task().getChat());
    }

    private static String errorClass(String instruction, String constraints, String operation) throws Exception {
        var model = new ScriptedModel(answers(instruction, constraints));
        Sample sample = strategy(model)
                .make(seed(Map.of("instruction", ORIGINAL, "operation", operation)))
                .getFirst();
        return ((Sample.Failed) sample).errorClass();
    }

    private static Draft draft(ScriptedModel model, Map<String, String> parameters) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed(parameters)).getFirst()).draft();
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new Expansion(), model.teacher());
    }

    private static Seed seed(Map<String, String> parameters) {
        return TestSeeds.seed(TestSeeds.math())
                .setStrategy(new StrategyCall("expansion", parameters))
                .build();
    }
}
