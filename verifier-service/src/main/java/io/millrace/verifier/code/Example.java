package io.millrace.verifier.code;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.millrace.verifier.code.value.NotDataException;
import io.millrace.verifier.code.value.TypedJson;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A line <code>{"arguments":[…],"expected":…}</code> of tests that are no program.
 *
 * @param arguments as JSON without white space
 */
record Example(int line, String arguments, Expectation expectation) implements Asked {

    private static final String ARGUMENTS = "arguments";
    private static final String EXPECTED = "expected";
    // Halves of surrogate pairs have no bytes of their own.
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * Reads a line of tests.
     *
     * @throws NotDataException if it is anything else
     */
    static Example read(int number, String text, Language language) throws NotDataException {
        Map<String, String> parts = parts(text);
        if (!parts.keySet().equals(Set.of(ARGUMENTS, EXPECTED))) {
            throw new NotDataException("other fields than arguments and expected");
        }
        String arguments = parts.getOrDefault(ARGUMENTS, "");
        if (!arguments.startsWith("[")) {
            throw new NotDataException("arguments that are no list");
        }
        canonical(arguments, language);
        String expected = canonical(parts.getOrDefault(EXPECTED, ""), language);
        return new Example(number, arguments, new Expectation.Exactly(expected, language));
    }

    private static String canonical(String json, Language language) throws NotDataException {
        return TypedJson.read(json.getBytes(StandardCharsets.UTF_8), language == Language.JAVASCRIPT);
    }

    /** The fields of an object, each as JSON without white space. */
    private static Map<String, String> parts(String text) throws NotDataException {
        Map<String, String> parts = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new NotDataException("no object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (parts.put(name, compact(json)) != null) {
                    throw new NotDataException("a field twice");
                }
            }
            if (json.nextToken() != null) {
                throw new NotDataException("more than an object");
            }
            return parts;
        } catch (IOException noJson) {
            throw new NotDataException("no JSON");
        }
    }

    private static String compact(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator written = JSON.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = json.currentToken();
                if (token == null) {
                    throw new IOException("an open end");
                }
                depth += token.isStructStart() ? 1 : 0;
                depth -= token.isStructEnd() ? 1 : 0;
                if (token.isNumeric()) {
                    // As it stands: a zero keeps its sign, and 1.0 its point.
                    written.writeNumber(json.getText());
                } else {
                    written.copyCurrentEvent(json);
                }
            } while (depth > 0 && json.nextToken() != JsonToken.NOT_AVAILABLE);
        }
        return text.toString();
    }
}
