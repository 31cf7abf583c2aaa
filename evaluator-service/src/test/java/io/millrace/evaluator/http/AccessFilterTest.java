package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFilterTest {

    private static final String TOKEN = "a-token-of-some-length";

    @TempDir
    Path directory;

    @Test
    void withoutTheTokenNothingIsTold() throws Exception {
        try (EmbeddedServer server = start()) {
            assertThat(status(server, "/api/v1/stats", "")).isEqualTo(401);
            assertThat(status(server, "/api/v1/stream", "")).isEqualTo(401);
            assertThat(status(server, "/api/v1/reviews", "")).isEqualTo(401);
            assertThat(status(server, "/api/v1/reviews/next?reviewer=ann", "")).isEqualTo(401);
            assertThat(status(server, "/api/v1/records/a.js/lineage", "")).isEqualTo(401);
            assertThat(status(server, "/api/v1/stats", "Bearer wrong")).isEqualTo(401);
        }
    }

    @Test
    void withTheTokenARequestIsAnswered() throws Exception {
        try (EmbeddedServer server = start()) {
            assertThat(status(server, "/api/v1/records/none/lineage", "Bearer " + TOKEN))
                    .isEqualTo(400);
        }
    }

    @Test
    void anybodyMayAskWhetherTheServiceIsAliveAndLoadThePage() throws Exception {
        try (EmbeddedServer server = start()) {
            assertThat(status(server, "/health/liveness", "")).isEqualTo(200);
            assertThat(status(server, "/health/readiness", "")).isEqualTo(503);
            assertThat(get(server, "/", "").body()).contains("app.js");
            assertThat(status(server, "/app.js", "")).isEqualTo(200);
            assertThat(get(server, "/review", "").body()).contains("review.js");
            assertThat(get(server, "/review/", "").body()).contains("review.js");
            assertThat(status(server, "/review.js", "")).isEqualTo(200);
        }
    }

    @Test
    void aPublicAddressIsRefusedWithoutAToken() {
        Map<String, Object> properties = Map.of("millrace.host", "0.0.0.0", "micronaut.server.port", -1);

        assertThatThrownBy(() -> ApplicationContext.run(EmbeddedServer.class, properties))
                .hasStackTraceContaining("without authentication");
    }

    private EmbeddedServer start() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), TOKEN);
        return ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "millrace.access-token-file",
                        file.toString(),
                        "micronaut.server.port",
                        -1,
                        "endpoints.all.port",
                        ""));
    }

    private static int status(EmbeddedServer server, String path, String authorization)
            throws IOException, InterruptedException {
        return get(server, path, authorization).statusCode();
    }

    private static HttpResponse<String> get(EmbeddedServer server, String path, String authorization)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            URI uri = server.getURI().resolve(path);
            var request = HttpRequest.newBuilder(uri).header("Authorization", authorization);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
