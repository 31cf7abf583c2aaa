package io.millrace.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"subject\":\"Größe\"}";

    private record Received(Map<String, List<String>> headers, String body) {}

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // JUnit calls start before anything else.
    private HttpServer server;

    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(200, -1);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                received.add(new Received(
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                answer.to(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void theSpecificationsOwnLibraryVerifiesWhatArrives() throws IOException {
        assertThat(post("/hook")).isEqualTo(new Reply.Taken());

        Received request = received.getFirst();
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(request.headers().getOrDefault("Content-type", List.of("")))
                .singleElement()
                .asString()
                .startsWith("application/cloudevents+json");
        assertThatCode(() -> new Webhook(SECRET).verify(request.body(), lower(request.headers())))
                .doesNotThrowAnyException();
    }

    @Test
    void aChangedBodyDoesNotVerify() throws IOException {
        post("/hook");

        Received request = received.getFirst();
        assertThatCode(() -> new Webhook(SECRET).verify(request.body() + " ", lower(request.headers())))
                .hasMessageContaining("signature");
    }

    @Test
    void goneIsNoFailure() throws IOException {
        answer = exchange -> exchange.sendResponseHeaders(410, -1);

        assertThat(post("/hook")).isEqualTo(new Reply.Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void anythingElseIsAFailureThatMaySayWhenToComeBack(int status) throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            exchange.sendResponseHeaders(status, -1);
        };

        assertThat(post("/hook")).isEqualTo(new Reply.Failed("status " + status, Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void aRedirectionIsAFailureAndNotFollowed() throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", url("/elsewhere").toString());
            exchange.sendResponseHeaders(307, -1);
        };

        assertThat(post("/hook")).isEqualTo(new Reply.Failed("status 307", Optional.empty()));
        assertThat(received).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() throws IOException {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    out.write(new byte[8_192]);
                }
            } catch (IOException closed) {
                // The courier does not listen any more.
            }
        };

        assertThat(post("/hook")).isEqualTo(new Reply.Taken());
    }

    @Test
    void headersWithoutEndAreAFailure() throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("X-Long", "x".repeat(100_000));
            exchange.sendResponseHeaders(200, -1);
        };

        assertThat(post("/hook")).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void silenceIsAFailure() throws IOException {
        answer = exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        assertThat(post("/hook", Duration.ofMillis(200))).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void aNameThatMeansThisMachineIsRefusedUnlessItIsAllowed() throws IOException {
        var named = URI.create("http://example.org:" + server.getAddress().getPort() + "/hook");
        var endpoint = new Endpoint("trainer", named, Secrets.of(SECRET), false, Duration.ofSeconds(5));

        try (var courier = new Courier(endpoint, PublicAddressesTest.resolver("127.0.0.1"))) {
            assertThat(courier.post("id", BODY, Instant.now()))
                    .isEqualTo(new Reply.Failed("RefusedAddressException", Optional.empty()));
        }
        assertThat(received).isEmpty();
    }

    @Test
    void anAddressOfThisMachineIsRefusedWithoutAName() throws IOException {
        var endpoint = new Endpoint("trainer", url("/hook"), Secrets.of(SECRET), false, Duration.ofSeconds(5));

        try (var courier = new Courier(endpoint, SystemDefaultDnsResolver.INSTANCE)) {
            assertThat(courier.post("id", BODY, Instant.now())).isInstanceOf(Reply.Failed.class);
        }
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a/b", "file:///etc/passwd", "https:", "https://user:word@a/b", "http://a/b#c"})
    void refusesAddressesThatCannotBePostedTo(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Endpoint("trainer", URI.create(url), Secrets.of(SECRET), false, Duration.ofSeconds(5)))
                .withMessageNotContaining("word@");
    }

    private Reply post(String path) throws IOException {
        return post(path, Duration.ofSeconds(20));
    }

    private Reply post(String path, Duration timeout) throws IOException {
        var endpoint = new Endpoint("trainer", url(path), Secrets.of(SECRET), true, timeout);
        try (var courier = new Courier(endpoint)) {
            return courier.post("event-1", BODY, Instant.now());
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private static Map<String, List<String>> lower(Map<String, List<String>> headers) {
        var lower = new HashMap<String, List<String>>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        return lower;
    }
}
