package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kept single exchanges as JSON lines of instruction, input and output. The format has no place for a longer conversation or a tool
 * call, so such records are left out.
 */
final class AlpacaFile implements RecordFile {

    private final JsonLines lines;

    AlpacaFile(Path file) throws IOException {
        this.lines = new JsonLines(file);
    }

    @Override
    public void write(Evaluated evaluated) throws IOException {
        if (evaluated.getDecision() == Decision.KEEP) {
            Line line = line(evaluated.getVerified().getCandidate().getMessages());
            if (line != null) {
                lines.write(line);
            }
        }
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

    @Override
    public long records() {
        return lines.lines();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private record Line(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String system,

            String instruction,
            String input,
            String output) {}
}
