package io.millrace.generator.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.generator.json.StrictJson;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.UnusableSeedException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A document drawn for a schema, each value of which a text has to state word for word. */
public final class StatedValues {

    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = StrictJson.nested(MAX_DEPTH).build();

    private final JsonNode document;
    private final List<DrawnDocument.Leaf> leaves;

    private StatedValues(JsonNode document, List<DrawnDocument.Leaf> leaves) {
        this.document = document;
        this.leaves = leaves;
    }

    /**
     * Draws values for a schema.
     *
     * @throws UnusableSeedException if it is not one of objects, arrays, texts, dates, numbers and enumerations alone
     */
    public static StatedValues draw(JsonNode schema, Chance chance) {
        var drawn = new DrawnDocument(VOCABULARY, chance);
        JsonNode document = drawn.draw(schema);
        return new StatedValues(document, drawn.leaves());
    }

    /**
     * Reads JSON that a seed brings.
     *
     * @param what it is, for the message
     * @throws UnusableSeedException if it is none
     */
    public static JsonNode json(String text, String what) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnusableSeedException(what + " is not JSON");
        }
    }

    /** Hash of what texts are drawn from. */
    public static String source() {
        return VOCABULARY.hash();
    }

    public JsonNode document() {
        return document;
    }

    /** The values, each on a line after its place in the document. */
    public String list() {
        return leaves.stream()
                .map(leaf -> "- %s: %s".formatted(leaf.path(), leaf.text()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns the text if it states every value.
     *
     * @throws UnusableAnswerException if it does not
     */
    public String statedIn(String text) throws UnusableAnswerException {
        long missing =
                leaves.stream().filter(leaf -> !states(text, leaf.text())).count();
        if (missing > 0) {
            throw new UnusableAnswerException(
                    "ValueMissing", "%d of %d values are not stated word for word".formatted(missing, leaves.size()));
        }
        return text;
    }

    /** Whether the words stand there and are no part of longer words or numbers. */
    private static boolean states(String document, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}]|[0-9][.,-])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}]|[.,-][0-9])")
                .matcher(document)
                .find();
    }
}
