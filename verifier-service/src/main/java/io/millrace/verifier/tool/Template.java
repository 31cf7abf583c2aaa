package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A value in which {@code {"$argument":"name"}} and {@code {"$read":"path"}} stand for what a call and the world say. */
record Template(JsonNode value) {

    private static final String ARGUMENT = "$argument";
    private static final String READ = "$read";

    static Template of(JsonNode value) throws InvalidTaskException {
        check(value);
        return new Template(value);
    }

    private static void check(JsonNode value) throws InvalidTaskException {
        if (value.has(READ)) {
            Path.of(value.get(READ).asText());
        }
        if ((value.has(READ) || value.has(ARGUMENT))
                && (value.size() != 1 || !value.elements().next().isTextual())) {
            throw new InvalidTaskException("a reference is one field with a text");
        }
        for (JsonNode child : value) {
            check(child);
        }
    }

    JsonNode with(JsonNode arguments, World world) throws RefusedCallException {
        return resolve(value, arguments, world);
    }

    private static JsonNode resolve(JsonNode value, JsonNode arguments, World world) throws RefusedCallException {
        if (value.has(ARGUMENT)) {
            return world.copyOf(arguments.path(value.get(ARGUMENT).textValue()));
        }
        if (value.has(READ)) {
            return world.copyOf(world.at(path(value.get(READ).textValue()).with(arguments)));
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.set(field.getKey(), resolve(field.getValue(), arguments, world));
            }
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : value) {
                array.add(resolve(element, arguments, world));
            }
            return array;
        }
        return value;
    }

    private static Path path(String pointer) {
        try {
            return Path.of(pointer);
        } catch (InvalidTaskException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }
}
