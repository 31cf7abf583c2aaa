package io.millrace.generator.strategy;

import io.millrace.schemas.Message;
import io.millrace.schemas.Selection;
import io.millrace.schemas.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as its strategy made it, before the stage adds ids, times and receipts.
 *
 * @param task what the last message answers
 * @param messages the whole conversation
 * @param calls what models were asked, in order; the last call gave the answer. Empty where a rule did.
 * @param selection how it was chosen, where there were other answers to the same
 */
public record Draft(
        Task task,
        List<Message> messages,
        List<ModelCall> calls,
        @Nullable Selection selection) {

    public Draft {
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
    }

    /** A draft that nothing else was made for. */
    public Draft(Task task, List<Message> messages, List<ModelCall> calls) {
        this(task, messages, calls, null);
    }

    /** How many times the call that gave the answer was tried, at least 1. */
    public int attempts() {
        return calls.isEmpty() ? 1 : calls.getLast().attempts();
    }
}
