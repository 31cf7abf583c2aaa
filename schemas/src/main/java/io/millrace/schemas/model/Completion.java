package io.millrace.schemas.model;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Usage;
import org.jspecify.annotations.Nullable;

/** What a model answered, and at what price in time and tokens. */
public record Completion(
        Message answer,
        ModelRef model,
        @Nullable String finishReason,
        @Nullable Usage usage,
        long latencyMillis,
        int attempts) {}
