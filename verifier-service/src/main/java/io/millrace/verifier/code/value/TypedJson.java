package io.millrace.verifier.code.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads plain values that are written as JSON, of a language that has more of them than JSON: {@code {"$undefined":null}},
 * {@code {"$number":"NaN"}} (or an infinity), {@code {"$bigint":"1"}}, {@code {"$char":"a"}}, {@code {"$set":[…]}},
 * {@code {"$map":[[key,value],…]}} and {@code {"$object":[[name,value],…]}}, which every other object may also be written as.
 *
 * <p>A value becomes a text that two values share exactly if they are the same. Numbers are the same as {@code Object.is}
 * and {@code Double.equals} have it. Sorting, not hashing, makes the text blind to order, so no program can choose values
 * that are slow to compare.
 */
public final class TypedJson {

    private static final int MAX_DEPTH = 80;
    private static final int MAX_DIGITS = 4300;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4 * MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    private final JsonParser json;
    private final boolean oneNumberType;
    private int depth;

    private TypedJson(JsonParser json, boolean oneNumberType) {
        this.json = json;
        this.oneNumberType = oneNumberType;
    }

    /**
     * The text of the only value in a JSON text.
     *
     * @param oneNumberType whether 1 and 1.0 are the same, and objects differ from maps, as in JavaScript; else as in Java
     * @throws NotDataException if it is no such value
     */
    public static String read(byte[] text, boolean oneNumberType) throws NotDataException {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            String value = new TypedJson(json, oneNumberType).value();
            if (json.nextToken() != null) {
                throw new NotDataException("more than one value");
            }
            return value;
        } catch (IOException | IllegalArgumentException noJson) {
            throw new NotDataException("no JSON");
        }
    }

    private String value() throws IOException, NotDataException {
        JsonToken token = json.currentToken();
        if (token == null || depth > MAX_DEPTH) {
            throw new NotDataException("no value, or one that is nested too deep");
        }
        return switch (token) {
            case VALUE_NULL -> "n";
            case VALUE_TRUE -> "t";
            case VALUE_FALSE -> "f";
            case VALUE_STRING -> text('s', json.getText());
            case VALUE_NUMBER_INT -> oneNumberType ? real(json.getText()) : "i" + json.getBigIntegerValue() + ";";
            case VALUE_NUMBER_FLOAT -> real(json.getText());
            case START_ARRAY -> "[" + String.join("", items()) + "]";
            case START_OBJECT -> object();
            default -> throw new NotDataException("no value");
        };
    }

    private static String text(char kind, String text) {
        return kind + Integer.toString(text.length()) + ":" + text;
    }

    /** By its bits, so that zeros differ by their sign and one NaN is like another. */
    private static String real(String digits) {
        return "r" + Long.toHexString(Double.doubleToLongBits(Double.parseDouble(digits))) + ";";
    }

    private List<String> items() throws IOException, NotDataException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new NotDataException("no list");
        }
        List<String> items = new ArrayList<>();
        depth++;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        depth--;
        return items;
    }

    private String object() throws IOException, NotDataException {
        depth++;
        String first = json.nextFieldName();
        String written = first != null && first.startsWith("$") ? tagged(first) : fields(first);
        depth--;
        return written;
    }

    private String tagged(String tag) throws IOException, NotDataException {
        JsonToken content = json.nextToken();
        String written = switch (tag) {
            case "$undefined" -> expect(content, JsonToken.VALUE_NULL, "u");
            case "$number" -> special(json.getText());
            case "$bigint" -> whole(json.getText());
            case "$char" -> text('c', single(json.getText()));
            case "$set" -> "{" + String.join("", items().stream().sorted().toList()) + "}";
            case "$map" -> entries('m', false);
            case "$object" -> entries('o', true);
            default -> throw new NotDataException("an unknown tag");
        };
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw new NotDataException("more than a tag");
        }
        return written;
    }

    private static String expect(JsonToken token, JsonToken wanted, String written) throws NotDataException {
        if (token != wanted) {
            throw new NotDataException("a tag of another value");
        }
        return written;
    }

    private static String special(String name) throws NotDataException {
        return switch (name) {
            case "NaN", "Infinity", "-Infinity" -> real(name);
            default -> throw new NotDataException("no special number");
        };
    }

    private static String whole(String digits) throws NotDataException {
        if (digits.length() > MAX_DIGITS) {
            throw new NotDataException("too many digits");
        }
        return "b" + new BigInteger(digits) + ";";
    }

    private static String single(String text) throws NotDataException {
        if (text.length() != 1) {
            throw new NotDataException("no char");
        }
        return text;
    }

    private String fields(String first) throws IOException, NotDataException {
        Map<String, String> fields = new TreeMap<>();
        for (String name = first; name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.startsWith("$") || fields.put(text('s', name), value()) != null) {
                throw new NotDataException("a field twice, or a tag among fields");
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new NotDataException("no object");
        }
        return mapping(oneNumberType ? 'o' : 'm', fields);
    }

    private String entries(char kind, boolean byName) throws IOException, NotDataException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new NotDataException("no entries");
        }
        Map<String, String> entries = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            List<String> entry = items();
            boolean fit = entry.size() == 2 && (!byName || entry.getFirst().startsWith("s"));
            if (!fit || entries.put(entry.getFirst(), entry.getLast()) != null) {
                throw new NotDataException("no entry, or a key twice");
            }
        }
        return mapping(kind, entries);
    }

    private static String mapping(char kind, Map<String, String> entries) {
        StringBuilder written = new StringBuilder().append(kind).append('<');
        entries.forEach((key, value) -> written.append(key).append(value));
        return written.append('>').toString();
    }
}
