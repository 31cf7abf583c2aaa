package io.millrace.verifier.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.verifier.markdown.Fences;
import io.millrace.verifier.message.LastMessage;
import java.util.List;

/**
 * The one JSON value that a candidate's last message gives: the whole message, or what stands in a fenced block labelled "json"
 * or, where there is none, in a block without a label. Several blocks are one answer only if they hold the same value.
 */
public sealed interface JsonAnswer {

    String NAME = "json-answer";

    /** Changes whenever the same message could give another answer. */
    String VERSION = "1." + BoundedJson.VERSION + "." + Fences.VERSION;

    /** The one value. */
    record Found(JsonNode value, Extraction extraction) implements JsonAnswer {}

    /** No value, or several that differ. */
    record Nothing(String why) implements JsonAnswer {}

    static JsonAnswer of(Candidate candidate) {
        return LastMessage.of(candidate).map(JsonAnswer::in).orElseGet(() -> new Nothing(LastMessage.ABSENT));
    }

    static JsonAnswer in(String message) {
        String whole = message.strip();
        return switch (BoundedJson.read(whole)) {
            case JsonReading.Document document -> found(document.root(), whole, "message");
            case JsonReading.Refused refused -> fenced(Fences.of(message), refused.why());
        };
    }

    private static JsonAnswer fenced(Fences fences, String whyNotWhole) {
        List<String> labelled = texts(fences, "json");
        List<String> texts = labelled.isEmpty() ? texts(fences, "") : labelled;
        if (texts.isEmpty()) {
            return new Nothing("the message is " + whyNotWhole + ", and no fenced block holds any");
        }
        JsonNode first = null;
        for (String text : texts) {
            if (!(BoundedJson.read(text) instanceof JsonReading.Document document)) {
                return new Nothing("a fenced block is not JSON as we read it");
            }
            if (first != null && !JsonValues.same(first, document.root())) {
                return new Nothing("several fenced blocks hold different values");
            }
            first = document.root();
        }
        return first == null ? new Nothing("no block") : found(first, texts.getFirst(), "fence");
    }

    private static List<String> texts(Fences fences, String label) {
        return fences.blocks().stream()
                .filter(block -> block.label().equals(label))
                .map(block -> block.text().strip())
                .toList();
    }

    private static Found found(JsonNode value, String text, String rule) {
        return new Found(value, new Extraction(text, NAME, VERSION, rule));
    }
}
