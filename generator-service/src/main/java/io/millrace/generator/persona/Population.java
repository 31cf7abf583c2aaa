package io.millrace.generator.persona;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.generator.json.StrictJson;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom requests come from, declared as JSON: {@code {"dimensions":[{"name":"…","shares":{"value":0.4,…}},
 * {"name":"…","given":"an earlier name","sharesBy":{"its value":{"value":0.4,…},…}},…]}}. Shares have at most nine decimals and come
 * to 1 exactly.
 */
record Population(List<Dimension> dimensions) {

    private static final int MAX_DEPTH = 6;
    private static final int MAX_DIMENSIONS = 12;
    private static final int MAX_VALUES = 50;
    private static final int MAX_VALUE = 100;
    private static final int DECIMALS = 9;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9 ]{0,39}");

    private static final JsonMapper MAPPER = StrictJson.nested(MAX_DEPTH)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    Population {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * Reads a declaration.
     *
     * @throws IllegalArgumentException if it is of another form; the message quotes nothing of it
     */
    static Population read(String json) {
        JsonNode declared = document(json);
        JsonNode dimensions = declared.path("dimensions");
        check(declared.size() == 1 && dimensions.isArray(), "a population is an object with its dimensions");
        check(
                !dimensions.isEmpty() && dimensions.size() <= MAX_DIMENSIONS,
                "a population has 1 to %d dimensions".formatted(MAX_DIMENSIONS));
        Map<String, Set<String>> valuesByName = new LinkedHashMap<>();
        List<Dimension> read = new ArrayList<>();
        for (JsonNode node : dimensions) {
            Dimension dimension = dimension(node, valuesByName);
            Set<String> values = new LinkedHashSet<>();
            dimension.sharesBy().values().forEach(shares -> values.addAll(shares.keySet()));
            check(valuesByName.put(dimension.name(), values) == null, "two dimensions have the same name");
            read.add(dimension);
        }
        return new Population(read);
    }

    /** Somebody: a value in each dimension, in their order. */
    Map<String, String> draw(Choices choices) {
        Map<String, String> person = new LinkedHashMap<>();
        dimensions.forEach(dimension -> person.put(dimension.name(), dimension.draw(person, choices)));
        return person;
    }

    private static JsonNode document(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("a population is one JSON document", notJson);
        }
    }

    private static Dimension dimension(JsonNode node, Map<String, Set<String>> earlier) {
        String name = node.path("name").asText();
        check(NAME.matcher(name).matches(), "a dimension has a name of small letters");
        if (node.has("shares")) {
            check(node.size() == 2, "a dimension has a name and shares, or a name, given and sharesBy");
            return new Dimension(name, Optional.empty(), Map.of("", shares(node.path("shares"))));
        }
        String given = node.path("given").asText();
        check(
                node.size() == 3 && node.path("sharesBy").isObject(),
                "a dimension has a name and shares, or a name, given and sharesBy");
        Map<String, Map<String, Integer>> sharesBy = new LinkedHashMap<>();
        node.path("sharesBy").properties().forEach(table -> sharesBy.put(table.getKey(), shares(table.getValue())));
        check(
                sharesBy.keySet().equals(earlier.getOrDefault(given, Set.of())),
                "the shares that are given by a dimension are for each value of an earlier one");
        return new Dimension(name, Optional.of(given), sharesBy);
    }

    private static Map<String, Integer> shares(JsonNode table) {
        check(
                table.isObject() && !table.isEmpty() && table.size() <= MAX_VALUES,
                "a dimension has 1 to %d values".formatted(MAX_VALUES));
        Map<String, Integer> shares = new LinkedHashMap<>();
        table.properties().forEach(share -> {
            check(
                    !share.getKey().isBlank() && share.getKey().length() <= MAX_VALUE,
                    "a value has 1 to %d characters".formatted(MAX_VALUE));
            shares.put(share.getKey(), billionths(share.getValue()));
        });
        return shares;
    }

    private static int billionths(JsonNode share) {
        try {
            int billionths = share.isNumber()
                    ? share.decimalValue().movePointRight(DECIMALS).intValueExact()
                    : -1;
            check(billionths >= 0 && billionths <= Dimension.WHOLE, "a share is a number from 0 to 1");
            return billionths;
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("a share is a number from 0 to 1 of at most nine decimals", tooFine);
        }
    }

    private static void check(boolean fits, String form) {
        if (!fits) {
            throw new IllegalArgumentException(form);
        }
    }
}
