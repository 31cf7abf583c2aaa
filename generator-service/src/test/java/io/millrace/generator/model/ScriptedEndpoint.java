package io.millrace.generator.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint that answers as a test says, and remembers who asked it. */
public final class ScriptedEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    /** What to answer. */
    @FunctionalInterface
    public interface Script {

        /**
         * The reply to a request.
         *
         * @param number of the request, from 1
         * @param authorization as it came
         */
        Reply reply(int number, String authorization);
    }

    /** A reply; none ever comes where the status is 0. */
    public record Reply(int status, Map<String, String> headers, String body) {

        private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

        public static Reply json(String body) {
            return new Reply(200, JSON, body);
        }

        public static Reply answer(String text, int input, int output) {
            return json("""
                    {"model": "large-1", "choices": [{"message": {"content": "%s"}, "finish_reason": "stop"}],
                     "usage": {"prompt_tokens": %d, "completion_tokens": %d}}""".formatted(text, input, output));
        }

        public static Reply status(int status) {
            return new Reply(status, JSON, "{}");
        }

        public static Reply never() {
            return status(0);
        }
    }

    public ScriptedEndpoint(Script script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, script));
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    public int requests() {
        return requests.get();
    }

    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answer(HttpExchange exchange, Script script) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            authorizations.add(authorization);
            Reply reply = script.reply(requests.incrementAndGet(), authorization);
            if (reply.status() == 0) {
                closed.await();
            } else {
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                reply.headers().forEach(exchange.getResponseHeaders()::add);
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
