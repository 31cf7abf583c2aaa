package io.millrace.generator.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.schemas.model.Completion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in files, each written whole or not at all. What is not an entry of its key, or cannot be read, counts as absent and is
 * replaced; what cannot be written is asked for again. It holds answers and what they cost, and nothing of a request but a hash.
 */
public final class AnswerCache {

    static final int MAX_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);
    private static final int PREFIX = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path directory;

    /**
     * A cache in a directory, which is made where there is none.
     *
     * @throws IllegalArgumentException if nothing can be kept there
     */
    public AnswerCache(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot keep answers in " + directory, e);
        }
        if (!Files.isWritable(directory)) {
            throw new IllegalArgumentException("Cannot keep answers in " + directory);
        }
    }

    /** The answer that was kept under a key, marked as such. */
    Optional<Completion> find(String key) {
        try (InputStream in = Files.newInputStream(file(key))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? Optional.empty()
                    : Optional.ofNullable(MAPPER.readValue(bytes, Entry.class))
                            .filter(entry -> entry.key().equals(key))
                            .map(Entry::completion);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // The cause is left out because it quotes what it could not read.
            LOG.atWarn().addKeyValue("key", key).log("kept answer cannot be read");
            return Optional.empty();
        }
    }

    void keep(String key, Completion completion) {
        try {
            byte[] bytes = MAPPER.writeValueAsBytes(Entry.of(key, completion));
            if (bytes.length <= MAX_BYTES) {
                write(file(key), bytes);
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("key", key)
                    .addKeyValue("fault", e.getClass())
                    .log("answer cannot be kept");
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(directory, "part", null);
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path file(String key) {
        return directory.resolve(key.substring(0, PREFIX), key + ".json");
    }
}
