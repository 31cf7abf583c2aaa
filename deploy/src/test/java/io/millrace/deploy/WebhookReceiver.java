package io.millrace.deploy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An endpoint that takes only what is signed, as the library of Standard Webhooks has it. It ends with the run. */
final class WebhookReceiver {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /** What was taken. */
    record Message(String id, String body) {}

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver start() {
        try {
            var receiver = new WebhookReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.createContext("/events", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create(
                "http://127.0.0.1:%d/events".formatted(server.getAddress().getPort()));
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            exchange.sendResponseHeaders(isSigned(body, headers) ? 204 : 401, -1);
        }
    }

    private boolean isSigned(String body, Map<String, List<String>> headers) {
        try {
            new Webhook(SECRET).verify(body, headers);
            return messages.add(
                    new Message(headers.getOrDefault("webhook-id", List.of("")).getFirst(), body));
        } catch (WebhookVerificationException e) {
            return false;
        }
    }
}
