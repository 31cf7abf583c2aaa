package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.http.Snapshot.Version;
import io.millrace.evaluator.monitor.Announcements;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotVersionTest {

    @Test
    void readsWhatIsShown() {
        byte[] event = utf8("""
                {"specversion":"1.0","id":"sums/v2","subject":"sums","time":"2026-01-01T12:00:00Z",
                 "data":{"directory":"sums/v2","manifest":{"version":2,"records":1000}}}
                """);

        assertThat(read(event)).hasValue(new Version("sums/v2", "sums", 2, 1_000, "2026-01-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "not json", "[]", "{}", "{\"id\":\"sums/v2\"}", "{\"data\":{\"manifest\":{\"version\":1}}}"})
    void passesOverWhatIsNoSuchEvent(String text) {
        assertThat(read(utf8(text))).isEmpty();
    }

    private static Optional<Version> read(byte[] event) {
        return Announcements.read(event).map(Version::of);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
