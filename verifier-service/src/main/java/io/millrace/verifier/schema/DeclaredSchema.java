package io.millrace.verifier.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonReading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A JSON schema of a task, of any draft from 4 to 2020-12. "format" is an annotation, as the newer drafts have it. Patterns are
 * RE2's; references stay within the schema.
 */
public final class DeclaredSchema {

    /** Changes whenever the same document could be judged otherwise. */
    public static final String VERSION = "1." + BoundedJson.VERSION;

    private static final Map<SpecificationVersion, SchemaRegistry> REGISTRIES = Arrays.stream(
                    SpecificationVersion.values())
            .collect(Collectors.toMap(Function.identity(), DeclaredSchema::registry));

    /** What a schema has to be itself. */
    private static final Map<SpecificationVersion, Schema> DRAFTS = Arrays.stream(SpecificationVersion.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    draft -> SchemaRegistry.withDefaultDialect(draft)
                            .getSchema(SchemaLocation.of(draft.getDialectId()))));

    /** One value of each kind; what accepts all of them says nothing. */
    private static final List<String> ONE_OF_EACH = List.of("null", "true", "0", "\"\"", "[]", "{}");

    private final JsonNode source;
    private final Schema schema;

    private DeclaredSchema(JsonNode source, Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    public static SchemaReading of(String text) {
        return switch (BoundedJson.read(text)) {
            case JsonReading.Refused refused -> new SchemaReading.Refused(refused.why());
            case JsonReading.Document document -> of(document.root());
        };
    }

    public static SchemaReading of(JsonNode root) {
        Optional<String> fault = SchemaBounds.fault(root);
        if (fault.isPresent()) {
            return new SchemaReading.Refused(fault.get());
        }
        Optional<SpecificationVersion> draft = draft(root);
        if (draft.isEmpty()) {
            return new SchemaReading.Refused("an unknown draft");
        }
        return of(withoutName(root), draft.get());
    }

    private static SchemaReading of(JsonNode source, SpecificationVersion draft) {
        if (!requireNonNull(DRAFTS.get(draft)).validate(source).isEmpty()) {
            return new SchemaReading.Refused("not a schema of its draft");
        }
        try {
            var schema = new DeclaredSchema(
                    source, requireNonNull(REGISTRIES.get(draft)).getSchema(source));
            return schema.acceptsAnything()
                    ? new SchemaReading.Refused("the schema accepts anything")
                    : new SchemaReading.Usable(schema);
        } catch (SchemaException notASchema) {
            return new SchemaReading.Refused("not a schema");
        }
    }

    /** A name would let one task's schema stand in for another's. */
    private static JsonNode withoutName(JsonNode root) {
        if (!root.isObject()) {
            return root;
        }
        ObjectNode copy = root.deepCopy();
        copy.remove(List.of("$id", "id"));
        return copy;
    }

    private static Optional<SpecificationVersion> draft(JsonNode root) {
        JsonNode named = root.get("$schema");
        return named == null
                ? Optional.of(SpecificationVersion.DRAFT_2020_12)
                : SpecificationVersion.fromDialectId(named.asText());
    }

    private static SchemaRegistry registry(SpecificationVersion draft) {
        var config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(expression ->
                        LinearPattern.of(expression).orElseThrow(() -> new SchemaException("a pattern without bounds")))
                .formatAssertionsEnabled(false)
                .preloadSchema(false)
                .failFast(true)
                .build();
        return SchemaRegistry.withDefaultDialect(
                draft,
                builder -> builder.schemaRegistryConfig(config)
                        .schemaCacheEnabled(false)
                        .schemaLoader(loader -> loader.block(everywhere -> true)));
    }

    private boolean acceptsAnything() {
        return ONE_OF_EACH.stream()
                .map(BoundedJson::read)
                .allMatch(value -> value instanceof JsonReading.Document document
                        && check(document.root()) instanceof Conformity.Conforms);
    }

    public Conformity check(JsonNode document) {
        try {
            long steps = ValidationCost.of(source, document);
            if (steps > ValidationCost.MAX_STEPS) {
                return new Conformity.TooCostly("validating takes too many steps");
            }
        } catch (ValidationCost.UnboundedException unbounded) {
            return new Conformity.TooCostly(String.valueOf(unbounded.getMessage()));
        }
        List<Error> errors = schema.validate(document);
        return errors.isEmpty() ? new Conformity.Conforms() : new Conformity.Violates(said(errors.getFirst()));
    }

    private static String said(Error error) {
        return "at \"" + error.getInstanceLocation() + "\": " + error.getKeyword();
    }
}
