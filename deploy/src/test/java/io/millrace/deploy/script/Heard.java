package io.millrace.deploy.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import java.util.List;

/**
 * A question that a scripted model answered.
 *
 * @param scene which scene it belongs to
 * @param line what answered it
 */
public record Heard(Scene scene, Line line, JsonNode request, Reply reply) {

    /** Millionths of a US dollar per million tokens. */
    public static final long INPUT_PRICE = 150_000;

    public static final long OUTPUT_PRICE = 600_000;

    public static final String PRICE_TABLE = "scripted-prices";

    private static final long MILLION = 1_000_000;

    /** What was said to the model, one message after the other. */
    public List<String> messages() {
        return request.path("messages")
                .valueStream()
                .map(message -> message.path("content").asText())
                .toList();
    }

    /** How it was to answer. */
    public Sampling sampling() {
        return Sampling.newBuilder()
                .setTemperature(number("temperature").asDouble())
                .setTopP(number("top_p").asDouble())
                .setMaxTokens(number("max_tokens").asInt())
                .setSeed(samplingSeed())
                .build();
    }

    /** No two questions of a scene have the same. */
    public long samplingSeed() {
        return number("seed").asLong();
    }

    private JsonNode number(String field) {
        return request.required(field);
    }

    /** The bill for it; a begun millionth counts whole. */
    public Usage usage() {
        long cost = Math.ceilDiv(reply.inputTokens() * INPUT_PRICE + reply.outputTokens() * OUTPUT_PRICE, MILLION);
        return new Usage((long) reply.inputTokens(), (long) reply.outputTokens(), cost, PRICE_TABLE);
    }
}
