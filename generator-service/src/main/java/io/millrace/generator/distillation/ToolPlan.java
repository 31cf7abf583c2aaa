package io.millrace.generator.distillation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.generator.json.StrictJson;
import io.millrace.schemas.Message;
import io.millrace.schemas.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** Turns calls of tools that an answer lists in its last fence into calls that its message makes. */
final class ToolPlan {

    private static final int MAX_DEPTH = 64;
    private static final String OPENING = "```json";
    private static final String CLOSING = "```";

    private static final JsonMapper MAPPER = StrictJson.nested(MAX_DEPTH)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ToolPlan() {}

    /**
     * The message with the calls in place of their list. It stays as it is where it makes calls already, and where no list can be
     * read: then nothing was called, and the verifier says so.
     */
    static Message carriedOut(Message answer) {
        String content = answer.getContent();
        int opening = content.lastIndexOf(OPENING);
        int closing = content.indexOf(CLOSING, opening + OPENING.length());
        if (!answer.getToolCalls().isEmpty() || opening < 0 || closing < 0) {
            return answer;
        }
        List<ToolCall> calls = calls(content.substring(opening + OPENING.length(), closing));
        String beside = content.substring(0, opening) + content.substring(closing + CLOSING.length());
        return calls.isEmpty()
                ? answer
                : Message.newBuilder(answer)
                        .setContent(beside.strip())
                        .setToolCalls(calls)
                        .build();
    }

    private static List<ToolCall> calls(String list) {
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode call : document(list)) {
            JsonNode arguments = call.path("arguments");
            if (!call.path("tool").isTextual() || !arguments.isObject()) {
                return List.of();
            }
            calls.add(
                    new ToolCall("call-" + (calls.size() + 1), call.path("tool").textValue(), arguments.toString()));
        }
        return calls;
    }

    /** A list, or something without elements. */
    private static JsonNode document(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            return document.isArray() ? document : MAPPER.missingNode();
        } catch (JsonProcessingException notJson) {
            return MAPPER.missingNode();
        }
    }
}
