package io.millrace.schemas.model;

import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Usage;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A language model behind an OpenAI-compatible endpoint. */
public final class HttpModel implements Model {

    private static final int MAX_BODY_BYTES = 4 << 20;

    private final Endpoint endpoint;
    private final Retries retries;
    private final Optional<Prices> prices;
    private final HttpClient client;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Pause pause;
    private final Semaphore places;

    /**
     * @param client must not follow redirects, which would carry the key elsewhere
     * @param random safe for use by several threads
     */
    public HttpModel(
            Endpoint endpoint,
            Retries retries,
            Optional<Prices> prices,
            HttpClient client,
            InstantSource clock,
            RandomGenerator random,
            Pause pause) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The HTTP client follows redirects");
        }
        this.endpoint = endpoint;
        this.retries = retries;
        this.prices = prices;
        this.client = client;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
        this.places = new Semaphore(endpoint.maxConcurrent(), true);
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException, InterruptedException {
        byte[] body = ChatJson.request(endpoint.model(), request);
        for (int attempt = 1; ; attempt++) {
            try {
                return ask(body, attempt);
            } catch (FaultException e) {
                if (!e.retried() || attempt >= retries.maxAttempts()) {
                    throw e.after(attempt);
                }
                pause.sleep(retries.pause(attempt, e.retryAfter(), random));
            }
        }
    }

    private Completion ask(byte[] body, int attempt) throws FaultException, InterruptedException {
        places.acquire();
        try {
            long asked = clock.millis();
            ChatReply reply = read(send(body));
            long latency = clock.millis() - asked;
            ModelRef model = new ModelRef(
                    endpoint.model(), reply.model(), endpoint.baseUrl().toString());
            return new Completion(reply.answer(), model, reply.finishReason(), priced(reply), latency, attempt);
        } finally {
            places.release();
        }
    }

    private HttpResponse<byte[]> send(byte[] body) throws FaultException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request(body), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY_BYTES));
        try {
            return response.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FaultException(Fault.TIMEOUT, "no whole answer within " + endpoint.timeout());
        } catch (ExecutionException e) {
            throw lost(e.getCause());
        } finally {
            response.cancel(true);
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.completions())
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        endpoint.key().ifPresent(key -> request.header("Authorization", key.authorization()));
        return request.build();
    }

    private static FaultException lost(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new FaultException(Fault.UNREACHABLE, "the endpoint cannot be reached")
                : new FaultException(
                        Fault.TRUNCATED,
                        "the connection broke, or the answer has more than %d bytes".formatted(MAX_BODY_BYTES));
    }

    private ChatReply read(HttpResponse<byte[]> response) throws FaultException {
        int status = response.statusCode();
        if (status / 100 != 2) {
            throw new FaultException(
                    Fault.ofStatus(status), "the endpoint answered with status " + status, retryAfter(response));
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            throw new FaultException(Fault.MALFORMED, "the endpoint's answer is not declared as JSON");
        }
        return ChatJson.reply(response.body());
    }

    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, clock.instant()));
    }

    private @Nullable Usage priced(ChatReply reply) {
        Usage usage = reply.usage();
        return usage == null ? null : prices.map(table -> table.of(usage)).orElse(usage);
    }
}
