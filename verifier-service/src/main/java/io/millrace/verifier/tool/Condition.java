package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.verifier.json.JsonValues;
import java.util.List;
import java.util.Map;

/** Something that holds in a world or does not. */
sealed interface Condition {

    /** Whether it holds, given the world before the first call, and the calls that were carried out. */
    boolean holds(World before, World now, List<Call> calls) throws RefusedCallException;

    /** A comparison of what a path leads to. */
    record About(String operation, Path path, Template value, JsonNode arguments) implements Condition {

        @Override
        public boolean holds(World before, World now, List<Call> calls) throws RefusedCallException {
            JsonNode found = now.at(path.with(arguments));
            return switch (operation) {
                case "exists" -> !found.isMissingNode();
                case "absent" -> found.isMissingNode();
                case "unchanged" -> JsonValues.same(before.at(path.with(arguments)), found);
                case "equals" -> JsonValues.same(value.with(arguments, now), found);
                case "atLeast" -> compare(found, value.with(arguments, now)) >= 0;
                case "atMost" -> compare(found, value.with(arguments, now)) <= 0;
                default -> throw new IllegalStateException("an operation that reading lets through: " + operation);
            };
        }

        private static int compare(JsonNode found, JsonNode bound) throws RefusedCallException {
            if (!found.isNumber() || !bound.isNumber()) {
                throw new RefusedCallException("no numbers to compare");
            }
            return found.decimalValue().compareTo(bound.decimalValue());
        }
    }

    /** A call that was carried out, with at least these arguments. */
    record Called(String tool, JsonNode arguments) implements Condition {

        @Override
        public boolean holds(World before, World now, List<Call> calls) {
            return calls.stream().anyMatch(this::matches);
        }

        private boolean matches(Call call) {
            return call.tool().equals(tool)
                    && arguments.properties().stream().allMatch(wanted -> same(wanted, call.arguments()));
        }

        private static boolean same(Map.Entry<String, JsonNode> wanted, JsonNode given) {
            return JsonValues.same(wanted.getValue(), given.path(wanted.getKey()));
        }
    }

    /** The same condition for one call's arguments. */
    default Condition with(JsonNode arguments) {
        return switch (this) {
            case About about -> new About(about.operation(), about.path(), about.value(), arguments);
            case Called called -> called;
        };
    }

    /** Whether it holds; where there is nothing to compare it does not. */
    default boolean met(World before, World now, List<Call> calls) {
        try {
            return holds(before, now, calls);
        } catch (RefusedCallException nothingToCompare) {
            return false;
        }
    }

    static Condition about(String operation, Path path, Template value) {
        return new About(operation, path, value, MissingNode.getInstance());
    }
}
