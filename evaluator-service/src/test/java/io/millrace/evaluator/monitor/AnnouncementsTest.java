package io.millrace.evaluator.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.monitor.ResultLedger.Counts;
import io.millrace.schemas.Coordinates;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementsTest {

    @Test
    void tellsWhatAVersionChangedInItsRecords() {
        var version = read("""
                {"id":"e1","data":{"directory":"sums/v00002","manifest":{"version":2,"records":5,"cutAt":"2030-01-01T00:00:00Z",
                 "origin":{"ranges":[{"partition":1,"from":10,"to":30,"count":5}]},"counts":{"domain":{"equations":5}},
                 "changes":{"domain":{"equations":{"added":5,"before":2},"graphs":{"added":0,"before":9}}}}}}
                """);

        assertThat(version).hasValueSatisfying(read -> {
            assertThat(read.number()).isEqualTo(2);
            assertThat(read.directory()).isEqualTo("sums/v00002");
            assertThat(read.records()).isEqualTo(5);
            assertThat(read.has(new Coordinates("evaluated", 1, 10L))).isTrue();
            assertThat(read.has(new Coordinates("evaluated", 1, 30L))).isFalse();
            assertThat(read.has(new Coordinates("evaluated", 0, 10L))).isFalse();
            assertThat(read.domains()).isEqualTo(Map.of("equations", new Counts(5, 2), "graphs", new Counts(0, 9)));
        });
    }

    @Test
    void theFirstVersionHasNothingBeforeIt() {
        var version = read("""
                {"id":"e1","data":{"manifest":{"version":1,"counts":{"domain":{"equations":5}},"changes":null}}}
                """);

        assertThat(version.orElseThrow().domains()).isEqualTo(Map.of("equations", new Counts(5, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"id\":1,\"data\":{\"manifest\":{\"version\":1}}}"})
    void whatIsNoEventIsNoVersion(String text) {
        assertThat(read(text)).isEmpty();
    }

    private static Optional<ResultLedger.Version> read(String json) {
        return Announcements.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
