package io.millrace.generator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCacheTest {

    private static final String KEY = "ab".repeat(32);
    private static final String OTHER = "abcd".repeat(16);

    @TempDir
    private Path directory;

    private AnswerCache cache;

    @BeforeEach
    void open() {
        cache = new AnswerCache(directory.resolve("answers"));
    }

    @Test
    void findsWhatItKeptMarkedAsKept() {
        cache.keep(KEY, completion("42"));

        assertThat(new AnswerCache(directory.resolve("answers")).find(KEY)).hasValueSatisfying(kept -> {
            assertThat(kept.cached()).isTrue();
            assertThat(kept.answer()).isEqualTo(completion("42").answer());
            assertThat(kept.model()).isEqualTo(completion("42").model());
            assertThat(kept.usage()).isEqualTo(completion("42").usage());
            assertThat(kept.finishReason()).isEqualTo("stop");
            assertThat(kept.latencyMillis()).isEqualTo(30);
        });
        assertThat(cache.find(OTHER)).isEmpty();
    }

    @Test
    void keepsWhatAnEndpointDidNotReport() {
        cache.keep(KEY, new Completion(message("42"), new ModelRef("large", "large-1", "here"), null, null, 30, 2));

        assertThat(cache.find(KEY)).hasValueSatisfying(kept -> {
            assertThat(kept.usage()).isNull();
            assertThat(kept.finishReason()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"key\":\"KEY\"}",
                "{\"key\":\"KEY\",\"content\":null,\"requested\":\"\",\"returned\":\"\",\"endpoint\":\"\","
                        + "\"latencyMillis\":1,\"attempts\":1}",
                "{\"key\":\"KEY\",\"content\":\"4"
            })
    void replacesAnEntryThatIsCorrupt(String text) throws Exception {
        cache.keep(KEY, completion("41"));
        Files.writeString(file(), text.replace("KEY", KEY));

        assertThat(cache.find(KEY)).isEmpty();
        cache.keep(KEY, completion("42"));
        assertThat(cache.find(KEY)).isPresent();
    }

    @Test
    void ignoresAnEntryOfAnotherKey() throws Exception {
        cache.keep(OTHER, completion("41"));
        Files.move(file(), file().resolveSibling(KEY + ".json"));

        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void keepsAndReadsNoHugeEntry() throws Exception {
        cache.keep(KEY, completion("x".repeat(AnswerCache.MAX_BYTES)));
        assertThat(files()).isEmpty();

        cache.keep(KEY, completion("42"));
        Files.writeString(file(), Files.readString(file()) + " ".repeat(AnswerCache.MAX_BYTES));
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void leavesNoPartsBehind() throws Exception {
        cache.keep(KEY, completion("41"));
        cache.keep(KEY, completion("42"));

        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasFileName(KEY + ".json"));
    }

    @Test
    void doesWithoutAnAnswerThatCannotBeKept() throws Exception {
        Files.writeString(directory.resolve("answers").resolve("ab"), "no directory");

        cache.keep(KEY, completion("42"));

        assertThat(cache.find(KEY)).isEmpty();
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasFileName("ab"));
    }

    @Test
    void refusesADirectoryThatCannotBe() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerCache(file));
    }

    private Path file() throws IOException {
        return files().getFirst();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static Completion completion(String text) {
        return new Completion(
                message(text),
                new ModelRef("large", "large-1", "https://models.example"),
                "stop",
                new Usage(1L, 2L, 3L, "spring"),
                30,
                2);
    }

    private static Message message(String text) {
        return new Message("assistant", text, "because", List.of(), null);
    }
}
