package io.millrace.verifier.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Compares JSON by what it means: numbers by value, strings code point by code point, arrays in order, objects in any. */
public final class JsonValues {

    private JsonValues() {}

    public static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        return switch (one.getNodeType()) {
            case ARRAY -> sameElements(one, other);
            case OBJECT -> sameFields(one, other);
            default -> one.equals(other);
        };
    }

    private static boolean sameElements(JsonNode one, JsonNode other) {
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFields(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            JsonNode counterpart = other.get(field.getKey());
            if (counterpart == null || !same(field.getValue(), counterpart)) {
                return false;
            }
        }
        return true;
    }
}
