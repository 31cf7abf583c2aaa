package io.millrace.generator.strategy;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Task;
import io.millrace.schemas.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as its strategy made it, before the stage adds ids, times and receipts.
 *
 * @param task what the last message answers
 * @param messages the whole conversation
 * @param by what answered and how; null where a rule did
 * @param attempts how many times it was tried, at least 1
 */
public record Draft(
        Task task, List<Message> messages, @Nullable ModelCall by, int attempts) {

    public Draft {
        messages = List.copyOf(messages);
    }

    /** The call that gave the answer; times in milliseconds. */
    public record ModelCall(
            ModelRef model,
            PromptRef prompt,
            Sampling sampling,
            @Nullable String finishReason,
            @Nullable Usage usage,
            long latencyMillis) {}
}
