package io.millrace.schemas.model;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered, and at what price in time and tokens.
 *
 * @param cached whether it answered so before and was not asked again; then the price is what was paid at that time
 */
public record Completion(
        Message answer,
        ModelRef model,
        @Nullable String finishReason,
        @Nullable Usage usage,
        long latencyMillis,
        int attempts,
        boolean cached) {

    /** An answer that was asked for now. */
    public Completion(
            Message answer,
            ModelRef model,
            @Nullable String finishReason,
            @Nullable Usage usage,
            long latencyMillis,
            int attempts) {
        this(answer, model, finishReason, usage, latencyMillis, attempts, false);
    }
}
