package io.millrace.generator.extraction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StructuredTask;
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

class StructuredExtractionTest {

    private static final String SCHEMA = """
            {"type":"object","properties":{"customer":{"type":"string"},"due":{"type":"string","format":"date"},\
            "state":{"type":"string","enum":["paid","open"]},"total":{"type":"number","minimum":10,"maximum":20},\
            "boxes":{"type":"integer"},"items":{"type":"array","items":{"type":"object","properties":\
            {"product":{"type":"string"}},"required":["product"]}}},"required":["customer"],"additionalProperties":false}""";

    private final ScriptedModel model = new ScriptedModel(StructuredExtractionTest::answer);

    /** States every value of the prompt in a sentence of its own. */
    private static String answer(ModelRequest request) {
        return request.step().equals(ModelRequest.ANSWER) ? "{}" : document(request);
    }

    private static String document(ModelRequest request) {
        var document = new StringBuilder("Dear all.");
        request.messages()
                .getFirst()
                .getContent()
                .lines()
                .takeWhile(line -> !line.startsWith("The JSON schema"))
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .forEach(value -> document.append(" It says ").append(value).append('.'));
        return document.toString();
    }

    @Test
    void draftsADocumentWithTheValuesThatItStates() throws Exception {
        Draft draft = draft(model, seed(SCHEMA));

        StructuredTask task = requireNonNull(draft.task().getStructured());
        JsonNode expected = json(task);
        assertThat(task.getJsonSchema()).isEqualTo(SCHEMA);
        assertThat(expected.properties().stream().map(Map.Entry::getKey))
                .containsExactly("customer", "due", "state", "total", "boxes", "items");
        assertThat(expected.path("due").asText()).matches("20[23][0-9]-[01][0-9]-[0-3][0-9]");
        assertThat(expected.path("state").asText()).isIn("paid", "open");
        assertThat(expected.path("total").doubleValue()).isBetween(10.0, 20.0);
        assertThat(expected.path("boxes").isInt()).isTrue();
        assertThat(expected.path("items").size()).isBetween(1, 3);
        assertThat(task.getInstruction())
                .contains("Extract it.", "It says " + expected.path("customer").asText(), SCHEMA);
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("document", ModelRequest.ANSWER);
    }

    @Test
    void showsWhoeverExtractsTheDocumentAndNotTheValues() throws Exception {
        Draft draft = draft(model, seed(SCHEMA));

        assertThat(model.requests().getLast().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.getContent())
                        .isEqualTo(requireNonNull(draft.task().getStructured()).getInstruction())
                        .doesNotContain(requireNonNull(
                                requireNonNull(draft.task().getStructured()).getExpected()))
                        .doesNotContain("items 1 product"));
    }

    @Test
    void drawsDifferentTextsAndOtherOnesForEachSample() throws Exception {
        List<Sample> samples = strategy(model)
                .make(Seed.newBuilder(seed(SCHEMA)).setSamples(20).build());

        List<String> expected = samples.stream()
                .map(sample -> String.valueOf(
                        requireNonNull(((Sample.Made) sample).draft().task().getStructured())
                                .getExpected()))
                .toList();
        assertThat(expected).doesNotHaveDuplicates();
        assertThat(strategy(model)
                        .make(Seed.newBuilder(seed(SCHEMA)).setSamples(20).build()))
                .isEqualTo(samples);
        for (String document : expected) {
            List<String> products =
                    JsonMapper.builder().build().readTree(document).findValuesAsText("product");
            assertThat(products).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%s and more", "%sx", "9%s", "9.%s"})
    void refusesADocumentThatDoesNotStateAValueWordForWord(String form) throws Exception {
        String schema = "{\"type\":\"object\",\"properties\":{\"boxes\":{\"type\":\"integer\"}}}";
        var careless = new ScriptedModel(request -> form.replace(
                "%s", document(request).replace("Dear all. It says ", "").replace(".", "")));

        List<Sample> samples = strategy(careless).make(seed(schema));

        if (form.endsWith("more")) {
            assertThat(samples).singleElement().isInstanceOf(Sample.Made.class);
        } else {
            assertThat(samples)
                    .containsExactly(new Sample.Failed(
                            0, "ValueMissing", "1 of 1 values are not stated word for word", 1, true));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"type\":\"string\"}",
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"boolean\"}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"x\"}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"format\":\"uri\"}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[1]}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":3,\"maximum\":2}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\",\"maximum\":1e300}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"minItems\":99}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"b\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}}}"
            })
    void refusesASchemaThatNoTextCanStateTheValuesOf(String schema) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(schema)));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void refusesASeedWithoutASchema() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() ->
                        strategy(model).make(TestSeeds.seed(TestSeeds.math()).build()));
    }

    private static JsonNode json(StructuredTask task) throws Exception {
        return JsonMapper.builder().build().readTree(requireNonNull(task.getExpected()));
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "document,1,c3e7c809d0c044a8bd50327ce691053b980c763bce0f1ab0140db64a4a4c629e",
        "extract,1,1043525a89368e33928b3cba3951911bb5fed5b595e11705f9e1c29d5c725eb3"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(StructuredExtraction.class, id, version).hash())
                .isEqualTo(hash);
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new StructuredExtraction(), model.teacher());
    }

    private static Draft draft(ScriptedModel model, Seed seed) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed).getFirst()).draft();
    }

    private static Seed seed(String schema) {
        Task task = Task.newBuilder()
                .setStructured(new StructuredTask("Extract it.", schema, null))
                .build();
        return TestSeeds.seed(task)
                .setStrategy(new StrategyCall("structured-extraction", Map.of()))
                .build();
    }
}
