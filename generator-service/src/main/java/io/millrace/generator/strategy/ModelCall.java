package io.millrace.generator.strategy;

import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import org.jspecify.annotations.Nullable;

/**
 * One question that a model answered.
 *
 * @param step what it was asked for, for instance "answer"
 * @param latencyMillis until the whole answer was there
 * @param attempts how many times it was asked, at least 1
 * @param cached whether the answer was kept from an earlier call
 */
public record ModelCall(
        String step,
        ModelRef model,
        PromptRef prompt,
        Sampling sampling,
        @Nullable String finishReason,
        @Nullable Usage usage,
        long latencyMillis,
        int attempts,
        boolean cached) {}
