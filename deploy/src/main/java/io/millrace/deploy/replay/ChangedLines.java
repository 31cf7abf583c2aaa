package io.millrace.deploy.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes every comparison in which the verdict does not stay as a line of JSON. */
public final class ChangedLines implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer lines;
    private final @Nullable Path file;

    /** @param file null where nothing is to be written */
    public ChangedLines(@Nullable Path file) {
        this.file = file;
        try {
            this.lines = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    public void add(Comparison comparison) {
        if (comparison.change() == Change.AGREES) {
            return;
        }
        try {
            lines.write(JSON.writeValueAsString(comparison));
            lines.write('\n');
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OperatorException failure(IOException e) {
        return new OperatorException("Cannot write to %s: %s.".formatted(file, e.getMessage()), e);
    }
}
