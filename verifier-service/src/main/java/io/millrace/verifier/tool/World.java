package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.verifier.json.BoundedJson;
import java.util.List;
import java.util.Map;

/** The simulated world at one moment. Whoever changes it works on a copy. */
final class World {

    private static final long MAX_WEIGHT = 2L * BoundedJson.MAX_LENGTH;

    private JsonNode root;
    private long copied;

    World(JsonNode root) {
        this.root = root;
    }

    World copy() {
        return new World(root.deepCopy());
    }

    /** What is there, or a missing node. */
    JsonNode at(List<String> steps) {
        JsonNode node = root;
        for (String step : steps) {
            node = node.isArray() ? node.path(index(step)) : node.path(step);
        }
        return node;
    }

    /** A copy to put elsewhere; one call cannot have more copied than the world may hold. */
    JsonNode copyOf(JsonNode found) throws RefusedCallException {
        copied += weight(found);
        if (found.isMissingNode() || copied > MAX_WEIGHT) {
            throw new RefusedCallException(found.isMissingNode() ? "nothing to read" : "too much to copy");
        }
        return found.deepCopy();
    }

    void set(List<String> steps, JsonNode value) throws RefusedCallException {
        if (steps.isEmpty()) {
            root = value.deepCopy();
            return;
        }
        String last = steps.getLast();
        switch (parent(steps)) {
            case ObjectNode object -> object.set(last, value.deepCopy());
            case ArrayNode array -> replace(array, index(last), value.deepCopy());
            default -> throw new RefusedCallException("nowhere to set it");
        }
    }

    private static void replace(ArrayNode array, int index, JsonNode value) throws RefusedCallException {
        if (!array.has(index)) {
            throw new RefusedCallException("no such element to set");
        }
        array.set(index, value);
    }

    void remove(List<String> steps) throws RefusedCallException {
        if (steps.isEmpty() || at(steps).isMissingNode()) {
            throw new RefusedCallException("nothing to remove");
        }
        String last = steps.getLast();
        switch (parent(steps)) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(index(last));
            default -> throw new RefusedCallException("nothing to remove from");
        }
    }

    void append(List<String> steps, JsonNode value) throws RefusedCallException {
        if (!(at(steps) instanceof ArrayNode array)) {
            throw new RefusedCallException("no list to append to");
        }
        array.add(value.<JsonNode>deepCopy());
    }

    void increment(List<String> steps, JsonNode value) throws RefusedCallException {
        JsonNode before = at(steps);
        if (!before.isNumber() || !value.isNumber()) {
            throw new RefusedCallException("no number to add to");
        }
        set(steps, DecimalNode.valueOf(before.decimalValue().add(value.decimalValue())));
    }

    private JsonNode parent(List<String> steps) {
        JsonNode parent = at(steps.subList(0, steps.size() - 1));
        return parent instanceof ContainerNode<?> ? parent : MissingNode.getInstance();
    }

    /** Minus one for anything that is not a plain index. */
    private static int index(String step) {
        boolean plain = !step.isEmpty()
                && step.length() <= 6
                && step.chars().allMatch(c -> c >= '0' && c <= '9')
                && (step.equals("0") || step.charAt(0) != '0');
        return plain ? Integer.parseInt(step) : -1;
    }

    /** Whether the world has not outgrown what a document may hold. */
    boolean withinBounds() {
        return weight(root) <= MAX_WEIGHT;
    }

    private static long weight(JsonNode node) {
        long sum = node.isTextual() ? 1L + node.textValue().length() : 1;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                sum += field.getKey().length() + weight(field.getValue());
            }
        } else {
            for (JsonNode element : node) {
                sum += weight(element);
            }
        }
        return sum;
    }
}
