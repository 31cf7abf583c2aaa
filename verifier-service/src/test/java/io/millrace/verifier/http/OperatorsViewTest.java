package io.millrace.verifier.http;

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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorsViewTest {

    private static final String TOKEN = "a-token-that-is-long-enough";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isAliveButNotReadyBeforeItsStageRuns() throws Exception {
        try (var server = start(Map.of())) {
            assertThat(get(server, "/health/liveness", "").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/readiness", "").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void showsEveryVerdictsCounterFromTheStart() throws Exception {
        try (var server = start(Map.of())) {
            assertThat(get(server, "/prometheus", "").body())
                    .contains("millrace_verifier_verdicts_total{reason=\"WRONG_ANSWER\",verdict=\"REJECTED\"} 0.0")
                    .contains("millrace_verifier_verdicts_total{reason=\"UNDECIDABLE\",verdict=\"UNDECIDED\"} 0.0");
        }
    }

    @Test
    void showsMetricsOnlyToWhoHasTheToken() throws Exception {
        try (var server = start(withToken())) {
            assertThat(get(server, "/prometheus", "").statusCode()).isEqualTo(401);
            assertThat(get(server, "/prometheus", "Bearer wrong").statusCode()).isEqualTo(401);
            assertThat(get(server, "/prometheus", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
            assertThat(get(server, "/health/liveness", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesAPublicAddressWithoutAToken() {
        assertThatThrownBy(() -> start(Map.of("millrace.host", "0.0.0.0")).close())
                .hasStackTraceContaining("Refusing to listen on 0.0.0.0 without authentication");
    }

    private Map<String, Object> withToken() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN);
        return Map.of("millrace.access-token-file", file.toString());
    }

    private static EmbeddedServer start(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("millrace.port", -1);
        properties.put("millrace.management-port", -1);
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }

    private HttpResponse<String> get(EmbeddedServer server, String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
