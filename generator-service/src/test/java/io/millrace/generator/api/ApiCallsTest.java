package io.millrace.generator.api;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallsTest {

    private static final String OPERATION = """
            {"name":"ship","description":"Ships boxes.","parameters":{"type":"object","properties":{\
            "boxes":{"type":"integer","minimum":2,"maximum":90},"city":{"type":"string"},\
            "when":{"type":"string","format":"date"}},"required":["boxes"],"additionalProperties":false}}""";

    private final ScriptedModel model = new ScriptedModel(ApiCallsTest::answer);

    /** States every value of the prompt in a sentence of its own. */
    private static String answer(ModelRequest request) {
        if (request.step().equals(ModelRequest.ANSWER)) {
            return "{}";
        }
        return request.messages()
                .getFirst()
                .getContent()
                .lines()
                .filter(line -> line.matches("- [a-z_ 0-9]+: .*"))
                .map(line -> "I say " + line.substring(line.indexOf(": ") + 2) + ".")
                .collect(Collectors.joining(" "));
    }

    @Test
    void draftsARequestWithTheCallThatItAsksFor() throws Exception {
        Draft draft = draft(seed(Map.of("operation", OPERATION)));

        StructuredTask task = requireNonNull(draft.task().getStructured());
        JsonNode call = json(requireNonNull(task.getExpected()));
        assertThat(call.path("operation").asText()).isEqualTo("ship");
        assertThat(call.path("arguments").path("boxes").asInt()).isBetween(2, 90);
        assertThat(json(task.getJsonSchema()).at("/properties/arguments"))
                .isEqualTo(json(OPERATION).path("parameters"));
        assertThat(json(task.getJsonSchema()).at("/properties/operation/const").asText())
                .isEqualTo("ship");
        assertThat(task.getInstruction())
                .contains("I say " + call.path("arguments").path("boxes").asText() + ".", "Ships boxes.");
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.calls()).extracting(ModelCall::step).containsExactly("request", ModelRequest.ANSWER);
    }

    @Test
    void showsWhoeverWritesTheCallTheRequestAndNotTheArguments() throws Exception {
        Draft draft = draft(seed(Map.of("operation", OPERATION)));

        StructuredTask task = requireNonNull(draft.task().getStructured());
        assertThat(model.requests().getLast().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.getContent())
                        .isEqualTo(task.getInstruction())
                        .doesNotContain(requireNonNull(task.getExpected()), "- boxes:"));
    }

    @Test
    void statesWhatIsRequiredAlwaysAndTheRestSometimes() throws Exception {
        Seed seed = Seed.newBuilder(seed(Map.of("operation", OPERATION)))
                .setSamples(60)
                .build();

        List<JsonNode> arguments = calls(strategy(model).make(seed)).stream()
                .map(call -> call.path("arguments"))
                .toList();

        assertThat(arguments).allMatch(stated -> stated.has("boxes"));
        assertThat(arguments.stream().map(JsonNode::size).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void drawsFromTheOperationsThatComeWithTheProgram() throws Exception {
        Seed seed = Seed.newBuilder(seed(Map.of())).setSamples(100).build();

        List<Sample> samples = strategy(model).make(seed);

        Set<String> drawn = calls(samples).stream()
                .map(call -> call.path("operation").asText())
                .collect(Collectors.toSet());
        assertThat(drawn).hasSize(10).contains("book_table", "create_invoice");
        assertThat(strategy(model).make(seed)).isEqualTo(samples);
    }

    @Test
    void refusesARequestThatDoesNotStateAValueWordForWord() throws Exception {
        var careless = new ScriptedModel(request -> "Please ship a few boxes.");

        assertThat(strategy(careless)
                        .make(seed(Map.of("operation", OPERATION.replace("\"maximum\":90", "\"maximum\":2")))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.errorClass()).isEqualTo("ValueMissing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"name\":\"a\",\"description\":\"b\"}",
                "{\"name\":\"a b\",\"description\":\"b\",\"parameters\":{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"integer\"}}}}",
                "{\"name\":\"a\",\"description\":\" \",\"parameters\":{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"integer\"}}}}",
                "{\"name\":\"a\",\"description\":\"b\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}",
                "{\"name\":\"a\",\"description\":\"b\",\"parameters\":{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"boolean\"}}}}",
                "{\"name\":\"a\",\"description\":\"b\",\"url\":\"x\",\"parameters\":{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"integer\"}}}}"
            })
    void refusesAnOperationOfAnotherForm(String operation) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed(Map.of("operation", operation))));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void refusesASeedThatBringsItsTask() {
        Seed seed =
                Seed.newBuilder(seed(Map.of())).setTask(TestSeeds.structured()).build();

        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy(model).make(seed));
    }

    /** A new text needs a new version; then its hash is added here. */
    @ParameterizedTest
    @CsvSource({
        "request,1,a648c49d7fb025c8776b9f12a660a773fb5ab6d0f8b3fb1258cbee4d5c563182",
        "call,1,7be8a73964cebd1e78cfad84b0204915996be1006f2fcee9d431e7279950ddcb"
    })
    void neverChangesTheTextOfAPrompt(String id, String version, String hash) {
        assertThat(PromptTemplate.load(ApiCalls.class, id, version).hash()).isEqualTo(hash);
    }

    private static List<JsonNode> calls(List<Sample> samples) throws Exception {
        List<JsonNode> calls = new ArrayList<>();
        for (Sample sample : samples) {
            Task task = ((Sample.Made) sample).draft().task();
            calls.add(json(requireNonNull(requireNonNull(task.getStructured()).getExpected())));
        }
        return calls;
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text);
    }

    private Draft draft(Seed seed) throws InterruptedException {
        return ((Sample.Made) strategy(model).make(seed).getFirst()).draft();
    }

    private static TaughtStrategy strategy(ScriptedModel model) {
        return new TaughtStrategy(new ApiCalls(), model.teacher());
    }

    private static Seed seed(Map<String, String> parameters) {
        @Nullable Task none = null;
        return TestSeeds.seed(TestSeeds.math())
                .setTask(none)
                .setStrategy(new StrategyCall("api-call", parameters))
                .build();
    }
}
