package io.millrace.schemas.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code /chat/completions}. */
final class ChatJson {

    /** Characters of an answer; longer ones would not fit into a record beside their seed. */
    static final int MAX_ANSWER = 200_000;

    private static final int MAX_NAME = 200;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ChatJson() {}

    static byte[] request(Endpoint endpoint, ModelRequest request) {
        ObjectNode json = MAPPER.createObjectNode().put("model", endpoint.model());
        var messages = json.putArray("messages");
        for (Message message : request.messages()) {
            messages.addObject().put("role", message.getRole()).put("content", message.getContent());
        }
        Sampling sampling = request.sampling();
        putIfSet(json, "temperature", sampling.getTemperature());
        putIfSet(json, "top_p", sampling.getTopP());
        putIfSet(json, "max_tokens", sampling.getMaxTokens());
        putIfSet(json, "seed", sampling.getSeed());
        json.setAll((ObjectNode) endpoint.extraBody().fields());
        try {
            if (request.answerForm().isPresent()) {
                json.set("response_format", format(request.answerForm().get()));
            }
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode format(AnswerForm form) throws JsonProcessingException {
        ObjectNode format = MAPPER.createObjectNode().put("type", "json_schema");
        format.putObject("json_schema")
                .put("name", form.name())
                .put("strict", true)
                .set("schema", MAPPER.readTree(form.jsonSchema()));
        return format;
    }

    static ChatReply reply(byte[] body) throws FaultException {
        JsonNode json = parse(body);
        JsonNode choice = json.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            throw new FaultException(Fault.MALFORMED, "the endpoint's answer holds no message");
        }
        return new ChatReply(
                answer(message),
                name(json.path("model")).orElse("unreported"),
                name(choice.path("finish_reason")).orElse(null),
                usage(json.path("usage")));
    }

    private static JsonNode parse(byte[] body) throws FaultException {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // The cause is left out because it quotes what it could not read.
            throw new FaultException(Fault.MALFORMED, "the endpoint's answer is not JSON");
        }
    }

    private static Message answer(JsonNode message) throws FaultException {
        JsonNode content = message.path("content");
        if (!content.isTextual() && !content.isNull()) {
            throw new FaultException(Fault.MALFORMED, "the endpoint's answer holds no text");
        }
        String text = content.asText("");
        String reasoning = reasoning(message);
        if (text.length() + (reasoning == null ? 0 : reasoning.length()) > MAX_ANSWER) {
            throw new FaultException(Fault.TOO_LONG, "the answer has more than %d characters".formatted(MAX_ANSWER));
        }
        return Message.newBuilder()
                .setRole("assistant")
                .setContent(text)
                .setReasoning(reasoning)
                .build();
    }

    /** Endpoints disagree on what the field is called. */
    private static @Nullable String reasoning(JsonNode message) {
        String reasoning = message.path("reasoning_content").textValue();
        return reasoning == null ? message.path("reasoning").textValue() : reasoning;
    }

    private static @Nullable Usage usage(JsonNode usage) {
        JsonNode input = usage.path("prompt_tokens");
        JsonNode output = usage.path("completion_tokens");
        return isCount(input) && isCount(output) ? new Usage(input.longValue(), output.longValue(), null, null) : null;
    }

    private static boolean isCount(JsonNode node) {
        return node.isInt() && node.intValue() >= 0;
    }

    private static Optional<String> name(JsonNode node) {
        return Optional.ofNullable(node.textValue())
                .map(text -> text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME));
    }

    private static void putIfSet(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.putPOJO(field, value);
        }
    }
}
