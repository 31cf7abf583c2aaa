package io.millrace.evaluator.dataset;

import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import java.io.IOException;
import java.nio.file.Path;

/** Kept conversations as JSON lines: {@code messages} and a short receipt. */
final class ChatFile implements RecordFile {

    private final JsonLines lines;

    ChatFile(Path file) throws IOException {
        this.lines = new JsonLines(file);
    }

    @Override
    public void write(Evaluated evaluated) throws IOException {
        if (evaluated.getDecision() == Decision.KEEP) {
            lines.write(Example.of(evaluated));
        }
    }

    @Override
    public long records() {
        return lines.lines();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
