package io.millrace.generator.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.UnusableSeedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Draws a document that is valid under a schema: objects, arrays, texts, dates, numbers and enumerations. Every value can be stated
 * in a text word for word, so that there are no booleans and no nulls. No two texts are the same.
 */
final class DrawnDocument {

    private static final int MAX_LEAVES = 40;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_ITEMS = 3;
    private static final int DAYS = 3_650;
    private static final int HUNDREDTHS = 100;
    private static final long USUAL_MOST = 999;
    private static final long FURTHEST = 1_000_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> REMARKS = Set.of("title", "description", "$schema", "type");

    /** What a schema may say beside remarks, by the type that it is of. */
    private static final Map<String, Set<String>> KEYWORDS = Map.of(
            "object", Set.of("properties", "required", "additionalProperties"),
            "array", Set.of("items", "minItems", "maxItems"),
            "string", Set.of("format", "enum"),
            "integer", Set.of("minimum", "maximum"),
            "number", Set.of("minimum", "maximum"));

    private final Vocabulary vocabulary;
    private final Chance chance;
    private final List<Leaf> leaves = new ArrayList<>();

    /**
     * One value.
     *
     * @param path its fields and places, for instance "items 1 price"
     * @param text as a document has to state it
     */
    record Leaf(String path, String text) {}

    DrawnDocument(Vocabulary vocabulary, Chance chance) {
        this.vocabulary = vocabulary;
        this.chance = chance;
    }

    /**
     * Draws the document.
     *
     * @throws UnusableSeedException if the schema says something else than is drawn here
     */
    JsonNode draw(JsonNode schema) {
        require(schema.path("type").asText().equals("object"), "the schema must be of an object");
        return draw("", "", schema, 0);
    }

    /** The values that were drawn, in the order of the schema. */
    List<Leaf> leaves() {
        return List.copyOf(leaves);
    }

    private JsonNode draw(String path, String field, JsonNode schema, int depth) {
        String type = schema.path("type").asText();
        Set<String> keywords = KEYWORDS.getOrDefault(type, Set.of());
        boolean known = schema.properties().stream()
                .allMatch(keyword -> REMARKS.contains(keyword.getKey()) || keywords.contains(keyword.getKey()));
        require(known && !keywords.isEmpty() && depth <= MAX_DEPTH && leaves.size() < MAX_LEAVES, """
                the schema must be of objects, arrays, texts, dates, enumerations of texts and numbers, \
                with no keywords that are more than that, and of at most %d values""".formatted(
                        MAX_LEAVES));
        return switch (type) {
            case "object" -> object(path, schema, depth);
            case "array" -> array(path, field, schema, depth);
            case "string" -> text(path, field, schema);
            case "integer" -> number(path, schema, 1);
            default -> number(path, schema, HUNDREDTHS);
        };
    }

    private ObjectNode object(String path, JsonNode schema, int depth) {
        JsonNode properties = schema.path("properties");
        boolean declared = StreamSupport.stream(schema.path("required").spliterator(), false)
                .allMatch(name -> properties.has(name.asText()));
        require(!properties.isEmpty() && declared, "an object of the schema must declare its properties");
        ObjectNode drawn = NODES.objectNode();
        properties
                .properties()
                .forEach(property -> drawn.set(
                        property.getKey(),
                        draw(
                                (path + " " + property.getKey()).strip(),
                                property.getKey(),
                                property.getValue(),
                                depth + 1)));
        return drawn;
    }

    private ArrayNode array(String path, String field, JsonNode schema, int depth) {
        int least = schema.path("minItems").asInt(1);
        int most = schema.path("maxItems").asInt(Math.max(MAX_ITEMS, least));
        require(
                least >= 0 && least <= most && least <= MAX_LEAVES && most >= 1,
                "an array of the schema must have room for values");
        int size = chance.between(Math.max(1, least), Math.min(most, Math.max(MAX_ITEMS, least)));
        ArrayNode drawn = NODES.arrayNode();
        for (int item = 1; item <= size; item++) {
            drawn.add(draw(path + " " + item, field, schema.path("items"), depth + 1));
        }
        return drawn;
    }

    private JsonNode text(String path, String field, JsonNode schema) {
        if (schema.has("format")) {
            require(schema.path("format").asText().equals("date"), "the only format that is drawn is date");
            return leaf(path, FIRST_DAY.plusDays(chance.below(DAYS)).toString());
        }
        JsonNode options = schema.path("enum");
        List<String> values = options.isMissingNode()
                ? unused(vocabulary.values(field))
                : StreamSupport.stream(options.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .filter(option -> !option.isBlank())
                        .toList();
        require(!values.isEmpty(), "there are too few values for a field of the schema");
        return leaf(path, chance.of(values));
    }

    private List<String> unused(List<String> values) {
        return values.stream()
                .filter(value -> leaves.stream().noneMatch(leaf -> leaf.text().equals(value)))
                .toList();
    }

    private JsonNode leaf(String path, String text) {
        leaves.add(new Leaf(path, text));
        return NODES.textNode(text);
    }

    /** A whole number, or one with two decimals of which the last is not zero, so that it is written in one way only. */
    private JsonNode number(String path, JsonNode schema, int parts) {
        double least = schema.path("minimum").asDouble(1);
        double most = schema.path("maximum").asDouble(Math.max(least, 0) + USUAL_MOST);
        require(Math.abs(least) <= FURTHEST && Math.abs(most) <= FURTHEST, "a bound of the schema is too far away");
        long low = (long) Math.ceil(least * parts);
        long span = (long) Math.floor(most * parts) - low + 1;
        require(span >= 1 && span <= Integer.MAX_VALUE, "the schema leaves no room, or too much, for a number");
        long drawn = low + chance.below((int) span);
        long written = parts > 1 && drawn % 10 == 0 && drawn < low + span - 1 ? drawn + 1 : drawn;
        BigDecimal value = BigDecimal.valueOf(written, parts > 1 ? 2 : 0);
        leaves.add(new Leaf(path, value.toPlainString()));
        return NODES.numberNode(value);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new UnusableSeedException(what);
        }
    }
}
