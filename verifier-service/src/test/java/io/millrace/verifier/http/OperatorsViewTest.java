package io.millrace.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.millrace.schemas.stage.WindowStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorsViewTest {

    private static final String TOKEN = "a-token-that-is-long-enough";

    @TempDir
    private Path folder;

    private final int managementPort = freePort();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<EmbeddedServer> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(EmbeddedServer::close);
    }

    @Test
    void isAliveButNotReadyBeforeItsStageRuns() throws Exception {
        start(Map.of());

        assertThat(get("/health/liveness", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/readiness", "").statusCode()).isEqualTo(503);
    }

    @Test
    void showsEveryVerdictsCounterFromTheStart() throws Exception {
        start(Map.of());

        assertThat(get("/prometheus", "").body())
                .contains("millrace_verifier_verdicts_total{reason=\"WRONG_ANSWER\",verdict=\"REJECTED\"} 0.0")
                .contains("millrace_verifier_verdicts_total{reason=\"UNDECIDABLE\",verdict=\"UNDECIDED\"} 0.0");
    }

    @Test
    void tellsWhetherCodeCanBeRun() throws Exception {
        String nothing = folder.resolve("nothing").toString();
        start(Map.of(
                "millrace.verifier.python", nothing,
                "millrace.verifier.node", nothing,
                "millrace.verifier.java", nothing));

        assertThat(get("/health/readiness", "").body())
                .contains("\"sandbox\"")
                .contains("\"refused\"")
                .contains("\"python\":\"missing\"")
                .contains("\"javascript\":\"missing\"")
                .contains("\"java\":\"missing\"");
    }

    @Test
    void namesTheRuntimeOfEachLanguage() throws Exception {
        start(Map.of());

        assertThat(get("/health/readiness", "").body())
                .contains("\"python\":\"CPython 3.")
                .contains("\"java\":\"OpenJDK " + Runtime.version().feature());
    }

    @Test
    void showsMetricsOnlyToWhoHasTheToken() throws Exception {
        start(withToken());

        assertThat(get("/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(get("/prometheus", "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(get("/prometheus", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
        assertThat(get("/health/liveness", "").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAPublicAddressWithoutAToken() {
        assertThatThrownBy(() -> start(Map.of("millrace.host", "0.0.0.0")))
                .hasStackTraceContaining("Refusing to listen on 0.0.0.0 without authentication");
    }

    private Map<String, Object> withToken() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN);
        return Map.of("millrace.access-token-file", file.toString());
    }

    private void start(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("millrace.port", -1);
        properties.put("millrace.management-port", managementPort);
        EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties);
        started.add(server);
        server.getApplicationContext().getBean(WindowStage.class);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
