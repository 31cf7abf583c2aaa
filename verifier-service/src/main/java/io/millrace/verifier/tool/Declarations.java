package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonReading;
import io.millrace.verifier.schema.DeclaredSchema;
import io.millrace.verifier.schema.SchemaReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tools, worlds and goals. A field that is not of the declared form is a fault of the task, never passed over. */
final class Declarations {

    static final int MAX_CALLS = 200;

    private static final Set<String> TOOL_FIELDS =
            Set.of("name", "description", "parameters", "preconditions", "effects", "returns", "refusal");
    private static final Set<String> GOAL_FIELDS = Set.of("conditions", "forbidden", "forbiddenTools", "maxCalls");
    private static final Set<String> COMPARISONS = Set.of("equals", "atLeast", "atMost");
    private static final Set<String> PRESENCES = Set.of("exists", "absent");

    private Declarations() {}

    static JsonNode json(String text) throws InvalidTaskException {
        return switch (BoundedJson.read(text)) {
            case JsonReading.Document document -> document.root();
            case JsonReading.Refused refused -> throw new InvalidTaskException(refused.why());
        };
    }

    static Map<String, Tool> tools(JsonNode declared) throws InvalidTaskException {
        require(declared.isArray() && !declared.isEmpty(), "the tools are not a list");
        Map<String, Tool> tools = new LinkedHashMap<>();
        for (JsonNode one : declared) {
            Tool tool = tool(one);
            require(tools.put(tool.name(), tool) == null, "two tools of one name");
        }
        return tools;
    }

    private static Tool tool(JsonNode declared) throws InvalidTaskException {
        only(declared, TOOL_FIELDS);
        ObjectNode refused = JsonNodeFactory.instance.objectNode().put("error", "refused");
        List<Effect> effects = new ArrayList<>();
        for (JsonNode effect : list(declared, "effects")) {
            effects.add(effect(effect));
        }
        return new Tool(
                text(declared, "name"),
                schema(declared.path("parameters")),
                conditions(declared, "preconditions", false),
                effects,
                Template.of(declared.has("returns") ? declared.get("returns") : NullNode.getInstance()),
                declared.has("refusal") ? declared.get("refusal") : refused);
    }

    private static DeclaredSchema schema(JsonNode parameters) throws InvalidTaskException {
        return switch (DeclaredSchema.of(parameters)) {
            case SchemaReading.Usable usable -> usable.schema();
            case SchemaReading.Refused refused ->
                throw new InvalidTaskException("a tool's parameters: " + refused.why());
        };
    }

    private static Effect effect(JsonNode declared) throws InvalidTaskException {
        String operation = text(declared, "op");
        boolean removes = operation.equals("remove");
        require(removes || Set.of("set", "append", "increment").contains(operation), "an unknown effect");
        only(declared, removes ? Set.of("op", "path") : Set.of("op", "path", "value"));
        require(removes || declared.has("value"), "an effect without a value");
        return new Effect(operation, Path.of(text(declared, "path")), Template.of(declared.path("value")));
    }

    static Goal goal(JsonNode declared) throws InvalidTaskException {
        only(declared, GOAL_FIELDS);
        Set<String> forbiddenTools = new HashSet<>();
        for (JsonNode tool : list(declared, "forbiddenTools")) {
            require(tool.isTextual(), "a forbidden tool without a name");
            forbiddenTools.add(tool.textValue());
        }
        JsonNode maxCalls = declared.path("maxCalls");
        require(maxCalls.isMissingNode() || (maxCalls.isInt() && maxCalls.intValue() >= 0), "a bound that is no count");
        return new Goal(
                conditions(declared, "conditions", true),
                conditions(declared, "forbidden", true),
                forbiddenTools,
                Math.min(MAX_CALLS, maxCalls.asInt(MAX_CALLS)));
    }

    private static List<Condition> conditions(JsonNode declared, String name, boolean ofGoal)
            throws InvalidTaskException {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode condition : list(declared, name)) {
            conditions.add(condition(condition, ofGoal));
        }
        return conditions;
    }

    private static Condition condition(JsonNode declared, boolean ofGoal) throws InvalidTaskException {
        String operation = text(declared, "op");
        if (ofGoal && operation.equals("called")) {
            only(declared, Set.of("op", "tool", "arguments"));
            JsonNode arguments = declared.path("arguments");
            require(arguments.isMissingNode() || arguments.isObject(), "arguments that are no object");
            return new Condition.Called(text(declared, "tool"), arguments);
        }
        boolean compares = COMPARISONS.contains(operation);
        require(
                compares || PRESENCES.contains(operation) || (ofGoal && operation.equals("unchanged")),
                "an unknown condition");
        only(declared, compares ? Set.of("op", "path", "value") : Set.of("op", "path"));
        require(!compares || declared.has("value"), "a condition without a value");
        return Condition.about(operation, Path.of(text(declared, "path")), Template.of(declared.path("value")));
    }

    private static JsonNode list(JsonNode declared, String name) throws InvalidTaskException {
        JsonNode list = declared.path(name);
        require(list.isMissingNode() || list.isArray(), name + " is not a list");
        return list;
    }

    private static String text(JsonNode declared, String name) throws InvalidTaskException {
        require(declared.path(name).isTextual(), "no " + name);
        return declared.get(name).textValue();
    }

    private static void only(JsonNode declared, Set<String> names) throws InvalidTaskException {
        require(declared.isObject(), "not an object");
        for (Map.Entry<String, JsonNode> field : declared.properties()) {
            require(names.contains(field.getKey()), "an unknown field");
        }
    }

    private static void require(boolean holds, String otherwise) throws InvalidTaskException {
        if (!holds) {
            throw new InvalidTaskException(otherwise);
        }
    }
}
