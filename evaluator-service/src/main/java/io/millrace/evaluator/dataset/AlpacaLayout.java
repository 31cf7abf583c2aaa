package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept single exchange as instruction, input and output. The format has no place for a longer conversation or a tool
 * call, so such records are left out.
 */
final class AlpacaLayout implements Layout {

    @Override
    public @Nullable Object line(Evaluated evaluated) {
        return evaluated.getDecision() == Decision.KEEP
                ? line(evaluated.getVerified().getCandidate().getMessages())
                : null;
    }

    private static @Nullable Line line(List<Message> messages) {
        boolean instructed = hasRole(messages, 0, "system");
        int first = instructed ? 1 : 0;
        if (messages.size() != first + 2
                || !hasRole(messages, first, "user")
                || !hasRole(messages, first + 1, "assistant")
                || !messages.getLast().getToolCalls().isEmpty()) {
            return null;
        }
        String system = instructed ? messages.getFirst().getContent() : null;
        return new Line(
                system, messages.get(first).getContent(), "", messages.getLast().getContent());
    }

    private static boolean hasRole(List<Message> messages, int index, String role) {
        return index < messages.size() && messages.get(index).getRole().equals(role);
    }

    private record Line(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String system,

            String instruction,
            String input,
            String output) {}
}
