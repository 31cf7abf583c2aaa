package io.millrace.generator.model;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One answer as the cache keeps it. */
record Entry(
        String key,
        String content,
        @Nullable String reasoning,
        String requested,
        String returned,
        String endpoint,
        @Nullable String finishReason,
        @Nullable Tokens usage,
        long latencyMillis,
        int attempts) {

    /** A file may lack anything. */
    Entry {
        Objects.requireNonNull(key);
        Objects.requireNonNull(content);
        Objects.requireNonNull(requested);
        Objects.requireNonNull(returned);
        Objects.requireNonNull(endpoint);
    }

    /** What the answer cost when it was paid. */
    record Tokens(
            long input,
            long output,
            @Nullable Long costMicros,
            @Nullable String priceTableVersion) {}

    static Entry of(String key, Completion completion) {
        Usage usage = completion.usage();
        return new Entry(
                key,
                completion.answer().getContent(),
                completion.answer().getReasoning(),
                completion.model().getRequested(),
                completion.model().getReturned(),
                completion.model().getEndpoint(),
                completion.finishReason(),
                usage == null
                        ? null
                        : new Tokens(
                                usage.getInputTokens(),
                                usage.getOutputTokens(),
                                usage.getCostMicros(),
                                usage.getPriceTableVersion()),
                completion.latencyMillis(),
                completion.attempts());
    }

    Completion completion() {
        return new Completion(
                new Message("assistant", content, reasoning, List.of(), null),
                new ModelRef(requested, returned, endpoint),
                finishReason,
                usage == null
                        ? null
                        : new Usage(usage.input(), usage.output(), usage.costMicros(), usage.priceTableVersion()),
                latencyMillis,
                attempts,
                true);
    }
}
