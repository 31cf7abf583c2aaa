package io.millrace.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says why a schema is not used: it points outside, names what moves its references, or holds a pattern that has no bound. */
final class SchemaBounds {

    private static final Set<String> REFUSED = Set.of(
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$recursiveAnchor",
            "$recursiveRef",
            "$vocabulary",
            "id",
            "$id");

    /** Under these names stands data, or a map of names of the author's choice to schemas. */
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

    private static final Set<String> MAPS = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "dependentSchemas",
            "dependencies",
            "dependentRequired");

    private SchemaBounds() {}

    static Optional<String> fault(JsonNode schema) {
        if (!schema.isObject() && !schema.isBoolean()) {
            return Optional.of("a schema is an object or a boolean");
        }
        return inSchema(schema, true);
    }

    private static Optional<String> inSchema(JsonNode schema, boolean root) {
        if (schema.isArray()) {
            return first(schema);
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            Optional<String> fault = inKeyword(keyword.getKey(), keyword.getValue(), root);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Iterable<JsonNode> schemas) {
        for (JsonNode schema : schemas) {
            Optional<String> fault = inSchema(schema, false);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inKeyword(String name, JsonNode value, boolean root) {
        if (REFUSED.contains(name) && !(root && name.endsWith("id"))) {
            return Optional.of("the keyword " + name + " is not supported");
        }
        if (name.equals("$schema") && !root) {
            return Optional.of("only the whole schema names a draft");
        }
        if (name.equals("$ref") && !(value.isTextual() && withinSchema(value.textValue()))) {
            return Optional.of("a reference leaves the schema");
        }
        if (name.equals("pattern") && (!value.isTextual() || unbounded(value.textValue()))) {
            return Optional.of("a pattern cannot be matched within bounds");
        }
        if (name.equals("patternProperties")
                && value.properties().stream().anyMatch(entry -> unbounded(entry.getKey()))) {
            return Optional.of("a pattern cannot be matched within bounds");
        }
        if (DATA.contains(name)) {
            return Optional.empty();
        }
        return MAPS.contains(name) ? first(value) : inSchema(value, false);
    }

    private static boolean withinSchema(String reference) {
        return reference.equals("#") || (reference.startsWith("#/") && reference.indexOf('%') < 0);
    }

    private static boolean unbounded(String expression) {
        return LinearPattern.of(expression).isEmpty();
    }
}
