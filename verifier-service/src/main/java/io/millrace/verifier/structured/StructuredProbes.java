package io.millrace.verifier.structured;

import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents of one order, right and wrong in form and content. */
public record StructuredProbes(String check, List<Probe> probes) implements ProbeSuite {

    private static final String SCHEMA = """
            {"type":"object","required":["customer","total","items"],"additionalProperties":false,"properties":{
              "customer":{"type":"string","pattern":"^[A-Z][a-z]+$"},
              "total":{"type":"number","minimum":0},
              "items":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/item"}}},
             "$defs":{"item":{"type":"object","required":["name","count"],"additionalProperties":false,"properties":{
              "name":{"type":"string"},"count":{"type":"integer","minimum":1}}}}}""";

    private static final String RIGHT = """
            {"customer":"Ada","total":12.50,"items":[{"name":"nut","count":2},{"name":"bolt","count":1}]}""";

    public StructuredProbes {
        probes = List.copyOf(probes);
    }

    /** For the form. */
    public static StructuredProbes ofSchema() {
        Task task = task(SCHEMA, null);
        return new StructuredProbes(
                SchemaCheck.NAME,
                Stream.of(
                                Stream.of(
                                        right(task, "another-document-of-the-form", """
                                        {"customer":"Bo","total":0,"items":[{"name":"","count":1}]}"""),
                                        right(
                                                task,
                                                "a-whole-number-with-a-point",
                                                RIGHT.replace("\"count\":2", "\"count\":2.0"))),
                                readable(task),
                                unreadable(task),
                                formless(task))
                        .flatMap(probes -> probes)
                        .toList());
    }

    /** For the content. */
    public static StructuredProbes ofFields() {
        Task task = task(SCHEMA, RIGHT);
        return new StructuredProbes(
                FieldEquality.NAME,
                Stream.of(readable(task), unreadable(task), formless(task), different(task))
                        .flatMap(probes -> probes)
                        .toList());
    }

    static Task task(String schema, @Nullable String expected) {
        return Task.newBuilder()
                .setStructured(new StructuredTask("Extract the order.", schema, expected))
                .build();
    }

    private static Stream<Probe> readable(Task task) {
        return Stream.of(
                right(task, "bare", RIGHT),
                right(task, "labelled-fence", "Here it is:\n```json\n" + RIGHT + "\n```\nAnything else?"),
                right(task, "plain-fence", "```\n" + RIGHT + "\n```"),
                right(task, "beside-a-program", "```python\nprint(1)\n```\n```json\n" + RIGHT + "\n```"),
                right(task, "twice-the-same", "```json\n" + RIGHT + "\n```\nor\n```json\n " + RIGHT + "\n```"),
                right(task, "other-order", """
                        {"items":[{"count":2,"name":"nut"},{"name":"bolt","count":1}],"total":12.5,"customer":"Ada"}"""),
                right(task, "exponent", RIGHT.replace("12.50", "1.25e1")),
                right(task, "escaped", RIGHT.replace("Ada", "\\u0041da")));
    }

    private static Stream<Probe> unreadable(Task task) {
        return Stream.of(
                wrong(task, "empty", ""),
                wrong(task, "prose", "The customer is Ada and the total is 12.50."),
                wrong(task, "inline-in-prose", "The answer is " + RIGHT),
                wrong(task, "followed-by-prose", RIGHT + " as asked"),
                wrong(task, "two-documents", RIGHT + RIGHT),
                wrong(
                        task,
                        "two-answers",
                        "```json\n" + RIGHT + "\n```\n```json\n" + RIGHT.replace("Ada", "Eve") + "\n```"),
                wrong(task, "open-fence", "```json\n" + RIGHT),
                wrong(task, "fence-of-another-language", "```python\n" + RIGHT + "\n```"),
                wrong(task, "name-twice", RIGHT.replace("{\"customer\"", "{\"customer\":\"Eve\",\"customer\"")),
                wrong(task, "comment", RIGHT.replace("{\"customer\"", "{/* Ada */\"customer\"")),
                wrong(task, "comma-at-the-end", RIGHT.replace("}]}", "}],}")),
                wrong(task, "single-quotes", RIGHT.replace('"', '\'')),
                wrong(task, "not-a-number", RIGHT.replace("12.50", "NaN")),
                wrong(task, "cut", RIGHT.substring(0, RIGHT.length() - 3)),
                wrong(task, "deep", "[".repeat(60_000)),
                wrong(task, "huge-exponent", RIGHT.replace("12.50", "1e999999999")),
                wrong(task, "long-number", RIGHT.replace("12.50", "9".repeat(10_000))));
    }

    private static Stream<Probe> formless(Task task) {
        return Stream.of(
                wrong(task, "null", "null"),
                wrong(task, "nothing-in-it", "{}"),
                wrong(task, "list", "[" + RIGHT + "]"),
                wrong(task, "as-a-text", "\"" + RIGHT.replace("\"", "\\\"") + "\""),
                wrong(task, "the-schema-itself", SCHEMA),
                wrong(task, "field-missing", "{\"customer\":\"Ada\",\"total\":12.50}"),
                wrong(task, "field-too-many", RIGHT.replace("{\"customer\"", "{\"note\":1,\"customer\"")),
                wrong(task, "number-as-text", RIGHT.replace("12.50", "\"12.50\"")),
                wrong(task, "half-an-item", RIGHT.replace("\"count\":2", "\"count\":2.5")),
                wrong(task, "pattern-violated", RIGHT.replace("Ada", "ada\\nAda")));
    }

    private static Stream<Probe> different(Task task) {
        return Stream.of(
                wrong(task, "other-name", RIGHT.replace("Ada", "Eve")),
                wrong(task, "other-case", RIGHT.replace("nut", "Nut")),
                wrong(task, "blank-at-the-end", RIGHT.replace("nut", "nut ")),
                wrong(task, "near-number", RIGHT.replace("12.50", "12.500000000000000000001")),
                wrong(task, "other-order-of-a-list", """
                        {"customer":"Ada","total":12.5,"items":[{"name":"bolt","count":1},{"name":"nut","count":2}]}"""),
                wrong(task, "item-missing", RIGHT.replace(",{\"name\":\"bolt\",\"count\":1}", "")),
                wrong(task, "item-too-many", RIGHT.replace("}]}", "},{\"name\":\"bolt\",\"count\":1}]}")));
    }

    private static Probe right(Task task, String name, String reply) {
        return Probe.of(name, task, reply, true);
    }

    private static Probe wrong(Task task, String name, String reply) {
        return Probe.of(name, task, reply, false);
    }
}
