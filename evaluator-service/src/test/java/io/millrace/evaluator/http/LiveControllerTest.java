package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.millrace.evaluator.http.Snapshot.ClosedGate;
import io.millrace.evaluator.http.Snapshot.Latest;
import io.millrace.evaluator.http.Snapshot.Planted;
import io.millrace.evaluator.http.Snapshot.ReasonCount;
import io.millrace.evaluator.http.Snapshot.Stage;
import io.millrace.evaluator.http.Snapshot.Version;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

@MicronautTest
class LiveControllerTest {

    private final EmbeddedServer server;
    private final AtomicInteger looks = new AtomicInteger();

    LiveControllerTest(EmbeddedServer server) {
        this.server = server;
    }

    /** Fails at the second look. */
    @MockBean(SnapshotSource.class)
    SnapshotSource source() {
        return () -> {
            if (looks.incrementAndGet() == 2) {
                throw new TimeoutException("slow");
            }
            return snapshot();
        };
    }

    @Test
    void showsTheFactoryOnce() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request("/api/v1/stats"), HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .contains(
                            "\"stages\":[{\"name\":\"seeds\",\"rate\":1.5,\"lagRecords\":null,\"lagSeconds\":null,\"total\":7}]")
                    .contains("\"acceptRate\":null")
                    .contains("\"planted\":{\"total\":4,\"falseAccepts\":1,\"falseRejects\":0}")
                    .contains("\"closedGates\":[{\"check\":\"math-answer\",\"since\":\"2026-01-01T12:00:00Z\"")
                    .contains("\"retraining\":[{\"id\":\"sums/1\",\"dataset\":\"sums\",\"version\":1");
        }
    }

    @Test
    void showsTheFactoryAgainAndAgainEvenWhenOneLookFails() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request("/api/v1/stream"), HttpResponse.BodyHandlers.ofLines());

            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            try (var lines = response.body()) {
                assertThat(lines.filter(line -> line.startsWith("event:")).limit(3))
                        .contains("event: snapshot")
                        .contains("event: heartbeat");
            }
            client.shutdownNow();
        }
    }

    @Test
    void tellsBrowsersToLoadNothingFromElsewhere() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request("/api/v1/stats"), HttpResponse.BodyHandlers.discarding());

            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    private HttpRequest request(String path) {
        URI uri = server.getURI().resolve(path);
        return HttpRequest.newBuilder(uri).build();
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                "2026-01-01T12:00:00Z",
                List.of(new Stage("seeds", 1.5, null, null, 7)),
                3,
                2,
                1,
                0,
                3,
                0,
                null,
                new Planted(4, 1, 0),
                List.of(new ClosedGate("math-answer", "2026-01-01T12:00:00Z", "a probe", "c-2", null)),
                List.of(new ReasonCount("WRONG_ANSWER", 2)),
                List.of(new Latest("c-1", "s-1", "rule", "sums", "ACCEPTED", "KEPT", "KEEP", "2026-01-01T12:00:00Z")),
                List.of(new Version("sums/1", "sums", 1, 3, "2026-01-01T12:00:00Z")),
                List.of(new RecipeState("tutor", "RUNNING", null, "accepted", 400, 120, 0.5, 9_000, 12)));
    }
}
