package io.millrace.generator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.UnusableSeedException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An operation of an API, declared as {@code {"name":"…","description":"…","parameters":{JSON schema of an object}}}.
 *
 * @param declared as it is declared
 */
record Operation(JsonNode declared) {

    private static final Set<String> FIELDS = Set.of("name", "description", "parameters");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final int MAX_DESCRIPTION = 1_000;
    private static final double STATED = 0.5;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * Checks all but the schema of the parameters.
     *
     * @throws UnusableSeedException if it is declared otherwise
     */
    Operation {
        String description = declared.path("description").asText();
        boolean fits = declared.isObject()
                && declared.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))
                && NAME.matcher(declared.path("name").asText()).matches()
                && !description.isBlank()
                && description.length() <= MAX_DESCRIPTION
                && declared.path("parameters").path("properties").isObject();
        if (!fits) {
            throw new UnusableSeedException(
                    "an operation must be declared by a name, a description and the JSON schema of its parameters");
        }
    }

    /** The parameters that a request is about: all that are required, and each of the others half of the time. */
    JsonNode stated(Chance chance) {
        JsonNode parameters = declared.path("parameters");
        Set<String> required =
                parameters.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        List<String> left = parameters.path("properties").properties().stream()
                .filter(property -> !required.contains(property.getKey()) && !chance.happens(STATED))
                .map(property -> property.getKey())
                .toList();
        ObjectNode properties = parameters.path("properties").deepCopy();
        return left.size() == properties.size()
                ? parameters
                : ((ObjectNode) parameters.deepCopy()).set("properties", properties.remove(left));
    }

    /** The schema of a call. */
    ObjectNode callSchema() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("operation").set("const", declared.path("name"));
        properties.set("arguments", declared.path("parameters"));
        schema.putArray("required").add("operation").add("arguments");
        return schema.put("additionalProperties", false);
    }

    /** A call. */
    ObjectNode call(JsonNode arguments) {
        ObjectNode call = NODES.objectNode();
        call.set("operation", declared.path("name"));
        call.set("arguments", arguments);
        return call;
    }
}
