package io.millrace.deploy.script;

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
import java.util.Optional;

/** A model behind an OpenAI-compatible endpoint. It ends with the run. */
public final class ScriptedEndpoint {

    /** What it calls its model. */
    public static final String MODEL = "scripted-1";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Script script;

    private ScriptedEndpoint(HttpServer server, Script script) {
        this.server = server;
        this.script = script;
    }

    public static ScriptedEndpoint start(Script script) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var endpoint = new ScriptedEndpoint(HttpServer.create(address, 0), script);
            endpoint.server.createContext("/v1/chat/completions", endpoint::answer);
            endpoint.server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Reply> reply = script.reply(json.readTree(exchange.getRequestBody()));
            JsonNode answer = reply.map(this::completion).orElseGet(json::createObjectNode);
            byte[] body = json.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.isPresent() ? OK : BAD_REQUEST, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private JsonNode completion(Reply reply) {
        ObjectNode completion = json.createObjectNode().put("model", MODEL);
        completion
                .putArray("choices")
                .addObject()
                .put("finish_reason", reply.finish())
                .putObject("message")
                .put("role", "assistant")
                .put("content", reply.text());
        completion
                .putObject("usage")
                .put("prompt_tokens", reply.inputTokens())
                .put("completion_tokens", reply.outputTokens());
        return completion;
    }
}
