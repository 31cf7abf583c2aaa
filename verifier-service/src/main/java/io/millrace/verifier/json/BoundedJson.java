package io.millrace.verifier.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads JSON strictly: bounds on length, nesting, values and the size of numbers, no name twice in an object, nothing after the
 * value. Numbers are kept exactly.
 */
public final class BoundedJson {

    /** Changes whenever the same text could be read otherwise. */
    public static final String VERSION = "1";

    public static final int MAX_LENGTH = 65_536;

    /** How many values a document may hold. */
    public static final int MAX_VALUES = 10_000;

    private static final int MAX_DEPTH = 48;
    private static final int MAX_NAME_LENGTH = 1_000;

    /** Bounds the digits of a number, before and after the point, however it is written. */
    private static final int MAX_DIGITS = 400;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxStringLength(MAX_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private BoundedJson() {}

    public static JsonReading read(String text) {
        if (text.length() > MAX_LENGTH) {
            return new JsonReading.Refused("longer than " + MAX_LENGTH + " characters");
        }
        try {
            JsonNode root = MAPPER.readTree(text);
            return root.isMissingNode() ? new JsonReading.Refused("empty") : withinBounds(root);
        } catch (JsonProcessingException notJson) {
            return new JsonReading.Refused("not JSON as we read it" + place(notJson.getLocation()));
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static JsonReading withinBounds(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        int values = 0;
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            values++;
            if (values > MAX_VALUES) {
                return new JsonReading.Refused("more than " + MAX_VALUES + " values");
            }
            if (node.isBigDecimal() && !plain(node.decimalValue())) {
                return new JsonReading.Refused("a number of more than " + MAX_DIGITS + " digits");
            }
            node.forEach(open::push);
        }
        return new JsonReading.Document(root);
    }

    private static boolean plain(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
    }
}
