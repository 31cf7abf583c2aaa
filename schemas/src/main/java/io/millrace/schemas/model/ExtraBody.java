package io.millrace.schemas.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;

/**
 * Fields that an endpoint understands beyond the usual ones, for instance {@code {"top_k": 40}}.
 *
 * @param json an object that names none of the fields that every request sets itself, or that change what an answer looks like
 */
public record ExtraBody(String json) {

    private static final Set<String> OURS = Set.of(
            "model",
            "messages",
            "temperature",
            "top_p",
            "max_tokens",
            "max_completion_tokens",
            "seed",
            "response_format",
            "stream",
            "n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Nothing more than the usual. */
    public static final ExtraBody NONE = new ExtraBody("{}");

    public ExtraBody {
        JsonNode body = parse(json);
        if (!body.isObject()) {
            throw new IllegalArgumentException("The extra body of a model is not one JSON object");
        }
        OURS.stream().filter(body::has).sorted().findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The extra body of a model must not hold " + name);
        });
    }

    JsonNode fields() {
        return parse(json);
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The extra body of a model is not one JSON object");
        }
    }
}
