package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON pointer whose steps may stand for arguments. An argument is always one step, whatever is written in it.
 *
 * @param steps as they are written between slashes
 */
record Path(List<String> steps) {

    Path {
        steps = List.copyOf(steps);
    }

    static Path of(String pointer) throws InvalidTaskException {
        if (pointer.isEmpty()) {
            return new Path(List.of());
        }
        if (!pointer.startsWith("/")) {
            throw new InvalidTaskException("a path does not begin with a slash");
        }
        return new Path(List.of(pointer.substring(1).split("/", -1)));
    }

    /** The steps to take for a call, arguments in their place. */
    List<String> with(JsonNode arguments) throws RefusedCallException {
        List<String> resolved = new ArrayList<>();
        for (String step : steps) {
            boolean argument = step.startsWith("{") && step.endsWith("}");
            resolved.add(
                    argument
                            ? name(arguments.path(step.substring(1, step.length() - 1)))
                            : step.replace("~1", "/").replace("~0", "~"));
        }
        return resolved;
    }

    private static String name(JsonNode argument) throws RefusedCallException {
        if (!argument.isTextual() && !argument.isIntegralNumber()) {
            throw new RefusedCallException("an argument that names nothing");
        }
        return argument.asText();
    }
}
