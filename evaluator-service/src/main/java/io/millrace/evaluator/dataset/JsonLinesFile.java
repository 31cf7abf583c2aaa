package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import io.millrace.schemas.Evaluated;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of JSON objects, one a line. */
final class JsonLinesFile implements RecordFile {

    private final JsonGenerator json;
    private final Layout layout;
    private long lines;

    JsonLinesFile(Path file, Layout layout) throws IOException {
        this.json = Json.MAPPER.createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.layout = layout;
    }

    @Override
    public void write(Evaluated evaluated) throws IOException {
        Object line = layout.line(evaluated);
        if (line != null) {
            Json.MAPPER.writeValue(json, line);
            json.writeRaw('\n');
            lines++;
        }
    }

    @Override
    public long records() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
