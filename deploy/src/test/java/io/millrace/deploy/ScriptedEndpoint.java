package io.millrace.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model endpoint that invents multiplications, solves them, and counts what it is asked. It ends with the run. */
final class ScriptedEndpoint {

    static final int INPUT_TOKENS = 10;
    static final int OUTPUT_TOKENS = 20;

    private static final Pattern NUMBER = Pattern.compile("request number (\\d+)");
    private static final Pattern PRODUCT = Pattern.compile("What is (\\d+) \\* 7\\?");

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    private ScriptedEndpoint(HttpServer server) {
        this.server = server;
    }

    static ScriptedEndpoint start() {
        try {
            var endpoint = new ScriptedEndpoint(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            endpoint.server.createContext("/v1/chat/completions", endpoint::answer);
            endpoint.server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            JsonNode request = json.readTree(exchange.getRequestBody());
            ObjectNode reply = json.createObjectNode().put("model", "scripted-1");
            reply.putArray("choices")
                    .addObject()
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("role", "assistant")
                    .put("content", text(request));
            reply.putObject("usage").put("prompt_tokens", INPUT_TOKENS).put("completion_tokens", OUTPUT_TOKENS);
            byte[] body = json.writeValueAsBytes(reply);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String text(JsonNode request) {
        String said = request.path("messages").path(0).path("content").asText();
        if (request.has("response_format")) {
            int factor = 5 + number(NUMBER, said);
            return json.createObjectNode()
                    .put("problem", "What is %d * 7?".formatted(factor))
                    .put("solution", "It is multiplied.")
                    .put("answer", Integer.toString(factor * 7))
                    .toString();
        }
        int factor = number(PRODUCT, said);
        return "%d * 7 = %d\nAnswer: %d".formatted(factor, factor * 7, factor * 7);
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
