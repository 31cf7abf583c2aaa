package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of JSON objects, one a line. */
final class JsonLines implements Closeable {

    private final JsonGenerator json;
    private long lines;

    JsonLines(Path file) throws IOException {
        this.json = Json.MAPPER.createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    void write(Object line) throws IOException {
        Json.MAPPER.writeValue(json, line);
        json.writeRaw('\n');
        lines++;
    }

    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
