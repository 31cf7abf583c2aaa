package io.millrace.deploy.material;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.deploy.intake.UnfitException;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a seed line by their dotted names, and how values get into them. */
public final class SeedFields {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Hold texts; all others hold JSON. */
    private static final Set<String> TEXTS = Set.of(
            "id",
            "kind",
            "prompt",
            "language",
            "domain",
            "difficulty",
            "source.name",
            "source.uri",
            "source.revision",
            "source.license",
            "source.split",
            "reference.answer",
            "reference.language",
            "reference.entryPoint",
            "reference.tests",
            "reference.solution",
            "reference.buggySource",
            "reference.expectedHandling",
            "reference.rubric");

    private static final Set<String> OTHERS = Set.of("source.real", "protectedCase");
    private static final Pattern REFERENCE = Pattern.compile("reference(?:\\.[A-Za-z]{1,40}){1,4}");

    private SeedFields() {}

    /** Whether there is a field of this name that a row can have. */
    public static boolean known(String name) {
        return TEXTS.contains(name)
                || OTHERS.contains(name)
                || REFERENCE.matcher(name).matches();
    }

    /** Turns a value that was written as a text into what the field holds. */
    static JsonNode ofText(String name, String text) throws UnfitException {
        if (TEXTS.contains(name)) {
            return TextNode.valueOf(text);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnfitException("field '%s' is not JSON".formatted(name));
        }
    }

    /** Turns a value of JSON into what the field holds: where that is a text, whole numbers and booleans become one. */
    static JsonNode ofJson(String name, JsonNode value) throws UnfitException {
        if (!TEXTS.contains(name) || !value.isValueNode() || value.isTextual()) {
            return value;
        }
        if (value.isFloatingPointNumber()) {
            throw new UnfitException(
                    "field '%s' is a decimal number, which may have lost digits; make it a text".formatted(name));
        }
        return TextNode.valueOf(value.asText());
    }

    /** Puts a value at a dotted name. */
    static void put(ObjectNode row, String name, JsonNode value) throws UnfitException {
        ObjectNode at = row;
        var steps = new StringTokenizer(name, ".");
        String step = steps.nextToken();
        while (steps.hasMoreTokens()) {
            JsonNode next = at.get(step);
            if (next != null && !next.isObject() && !next.isNull()) {
                throw new UnfitException("field '%s' is no object".formatted(step));
            }
            at = next instanceof ObjectNode object ? object : at.putObject(step);
            step = steps.nextToken();
        }
        at.set(step, value);
    }

    /** What is at a dotted name, which may also be a field's own name; null where there is nothing. */
    static @Nullable JsonNode at(JsonNode row, String name) {
        JsonNode at = row.get(name);
        if (at == null) {
            at = row;
            for (var steps = new StringTokenizer(name, "."); at != null && steps.hasMoreTokens(); ) {
                at = at.get(steps.nextToken());
            }
        }
        return at == null || at.isNull() ? null : at;
    }
}
