package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One change of the world by a call. */
record Effect(String operation, Path path, Template value) {

    void apply(JsonNode arguments, World world) throws RefusedCallException {
        List<String> steps = path.with(arguments);
        switch (operation) {
            case "set" -> world.set(steps, value.with(arguments, world));
            case "append" -> world.append(steps, value.with(arguments, world));
            case "increment" -> world.increment(steps, value.with(arguments, world));
            case "remove" -> world.remove(steps);
            default -> throw new IllegalStateException("an operation that reading lets through: " + operation);
        }
    }
}
