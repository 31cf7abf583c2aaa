package io.millrace.verifier.structured;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.StructuredTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.json.JsonReading;
import io.millrace.verifier.schema.Conformity;
import io.millrace.verifier.schema.DeclaredSchema;
import io.millrace.verifier.schema.SchemaCache;
import io.millrace.verifier.schema.SchemaReading;

/**
 * Whether the answer is one JSON document that is valid under the task's schema. What it says is judged apart, by
 * {@link FieldEquality}, so that form and content have their own reasons and their own rates of error.
 */
public final class SchemaCheck implements Check {

    static final String NAME = "json-schema";

    private final SchemaCache schemas = new SchemaCache();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(JsonAnswer.NAME, JsonAnswer.VERSION, DeclaredSchema.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return candidate.getTask().getStructured() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        StructuredTask task = requireNonNull(candidate.getTask().getStructured());
        return switch (schemas.read(task.getJsonSchema())) {
            case SchemaReading.Refused refused -> invalid("the schema is not used: " + refused.why());
            case SchemaReading.Usable usable -> judge(candidate, task, usable.schema());
        };
    }

    private static Verdict judge(Candidate candidate, StructuredTask task, DeclaredSchema schema) {
        String expected = task.getExpected();
        if (expected != null && !holds(schema, expected)) {
            return invalid("the expected document is not valid under the schema");
        }
        return switch (JsonAnswer.of(candidate)) {
            case JsonAnswer.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case JsonAnswer.Found found -> judge(schema, found);
        };
    }

    private static boolean holds(DeclaredSchema schema, String expected) {
        return BoundedJson.read(expected) instanceof JsonReading.Document document
                && schema.check(document.root()) instanceof Conformity.Conforms;
    }

    private static Verdict judge(DeclaredSchema schema, JsonAnswer.Found found) {
        JsonNode value = found.value();
        return switch (schema.check(value)) {
            case Conformity.Conforms conforms -> new Verdict.Pass(Evidence.of("valid", found.extraction()));
            case Conformity.Violates violates ->
                new Verdict.Fail(Reason.SCHEMA_VIOLATION, Evidence.of(violates.why(), found.extraction()));
            case Conformity.TooCostly costly ->
                new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of(costly.why(), found.extraction()));
        };
    }

    private static Verdict invalid(String why) {
        return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of(why));
    }
}
