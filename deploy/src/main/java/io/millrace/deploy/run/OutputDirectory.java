package io.millrace.deploy.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run leaves its report, its dataset and, if it has one of its own, its factory's state and logs. */
public record OutputDirectory(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public OutputDirectory {
        path = path.toAbsolutePath().normalize();
    }

    public Path factory() {
        return path.resolve("factory");
    }

    public Path dataset() {
        return path.resolve("dataset");
    }

    /** Creates the directory, and empties what an earlier run left in it. */
    public void prepare() {
        try {
            Files.createDirectories(path);
            Directories.delete(factory());
            Directories.delete(dataset());
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(path, e.getMessage()), e);
        }
    }

    /** Writes one JSON value. */
    public Path writeJson(String name, Object value) {
        try {
            Path file = path.resolve(name);
            Files.writeString(
                    file, JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value) + "\n");
            return file;
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(path, e.getMessage()), e);
        }
    }

    /** Writes one JSON value a line. */
    public Path writeLines(String name, Iterable<?> values) {
        Path file = path.resolve(name);
        try (var out = Files.newBufferedWriter(file)) {
            for (Object value : values) {
                out.write(JSON.writeValueAsString(value));
                out.write('\n');
            }
            return file;
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(path, e.getMessage()), e);
        }
    }
}
