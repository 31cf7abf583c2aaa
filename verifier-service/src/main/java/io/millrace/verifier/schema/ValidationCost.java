package io.millrace.verifier.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An upper bound on the steps that validating takes, found before anything is validated: a short schema can ask for more steps
 * than there is time, or for ones that never end. Each pair of a schema and a part of the document is looked at once.
 */
final class ValidationCost {

    static final long MAX_STEPS = 500_000;

    /** A step within a pattern is that much less than a step between schemas. */
    private static final long PATTERN_STEPS = 20;

    private static final int MAX_PAIRS = 200_000;
    private static final int MAX_DEPTH = 150;

    private static final Set<String> ABOUT_THE_SAME =
            Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies");
    private static final Set<String> ABOUT_EACH_CHILD = Set.of(
            "items",
            "prefixItems",
            "additionalItems",
            "contains",
            "additionalProperties",
            "patternProperties",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> MAPS = Set.of("dependentSchemas", "dependencies", "patternProperties");

    private final JsonNode root;
    private final IdentityHashMap<JsonNode, IdentityHashMap<JsonNode, Long>> known = new IdentityHashMap<>();
    private int pairs;

    /** Ends the count; it carries no stack. */
    static final class UnboundedException extends Exception {

        UnboundedException(String why) {
            super(why, null, false, false);
        }
    }

    private ValidationCost(JsonNode root) {
        this.root = root;
    }

    static long of(JsonNode schema, JsonNode document) throws UnboundedException {
        return new ValidationCost(schema).steps(schema, document, 0);
    }

    private long steps(JsonNode schema, JsonNode value, int depth) throws UnboundedException {
        IdentityHashMap<JsonNode, Long> costs = known.computeIfAbsent(schema, unseen -> new IdentityHashMap<>());
        Long cost = costs.get(value);
        if (cost != null && cost < 0) {
            throw new UnboundedException("the schema refers to itself without end");
        }
        if (cost == null) {
            pairs++;
            if (pairs > MAX_PAIRS || depth > MAX_DEPTH) {
                throw new UnboundedException("the schema is nested too deeply for this document");
            }
            costs.put(value, -1L);
            cost = count(schema, value, depth + 1);
            costs.put(value, cost);
        }
        return cost;
    }

    private long count(JsonNode schema, JsonNode value, int depth) throws UnboundedException {
        long sum = 1L + schema.size() + value.size();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            sum = Math.min(MAX_STEPS + 1, sum + ofKeyword(keyword.getKey(), keyword.getValue(), value, depth));
        }
        return sum;
    }

    private long ofKeyword(String name, JsonNode argument, JsonNode value, int depth) throws UnboundedException {
        if (name.equals("$ref")) {
            return steps(target(argument.asText()), value, depth);
        }
        if (ABOUT_THE_SAME.contains(name)) {
            return each(name, argument, value, depth);
        }
        if (ABOUT_EACH_CHILD.contains(name)) {
            return children(name, argument, value, depth) + patterns(name, argument, value);
        }
        return switch (name) {
            case "properties" -> named(argument, value, depth);
            case "propertyNames" -> names(argument, value, depth);
            case "pattern" -> matching(argument.asText(), value.asText());
            default -> argument.size();
        };
    }

    private JsonNode target(String reference) throws UnboundedException {
        try {
            JsonNode target = root.at(JsonPointer.compile(reference.substring(1)));
            if (!target.isMissingNode()) {
                return target;
            }
        } catch (IllegalArgumentException notAPointer) {
            // As good as a pointer to nothing.
        }
        throw new UnboundedException("a reference leads nowhere");
    }

    /** One schema, a list of them, or a map to them. */
    private long each(String name, JsonNode argument, JsonNode value, int depth) throws UnboundedException {
        if (!argument.isArray() && !MAPS.contains(name)) {
            return steps(argument, value, depth);
        }
        long sum = 1;
        for (JsonNode schema : argument) {
            sum = Math.min(MAX_STEPS + 1, sum + steps(schema, value, depth));
        }
        return sum;
    }

    private long children(String name, JsonNode argument, JsonNode value, int depth) throws UnboundedException {
        long sum = 1;
        for (JsonNode child : value) {
            sum = Math.min(MAX_STEPS + 1, sum + each(name, argument, child, depth));
        }
        return sum;
    }

    private long named(JsonNode schemas, JsonNode value, int depth) throws UnboundedException {
        long sum = schemas.size();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode schema = schemas.get(field.getKey());
            sum = Math.min(MAX_STEPS + 1, sum + (schema == null ? 1 : steps(schema, field.getValue(), depth)));
        }
        return sum;
    }

    private long names(JsonNode schema, JsonNode value, int depth) throws UnboundedException {
        long sum = 1;
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            sum = Math.min(MAX_STEPS + 1, sum + steps(schema, TextNode.valueOf(field.getKey()), depth));
        }
        return sum;
    }

    private static long patterns(String name, JsonNode argument, JsonNode value) {
        long sum = 0;
        if (name.equals("patternProperties")) {
            for (Map.Entry<String, JsonNode> pattern : argument.properties()) {
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    sum = Math.min(MAX_STEPS + 1, sum + matching(pattern.getKey(), field.getKey()));
                }
            }
        }
        return sum;
    }

    private static long matching(String expression, String text) {
        return 1 + LinearPattern.steps(expression) * (1L + text.length()) / PATTERN_STEPS;
    }
}
