package io.millrace.schemas.model;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A URL that JSON is posted to and that answers with JSON; asked again, after pauses, where that may help. */
public final class JsonEndpoint {

    private static final int USUAL_BYTES = 4 << 20;
    private static final int BYTES_PER_TOKEN = 4;

    private final URI url;
    private final Optional<ApiKey> key;
    private final Allowance usual;
    private final Transport transport;
    private final int maxConcurrent;
    private final Gate gate;

    /**
     * An endpoint without limits of its own.
     *
     * @param timeout of one attempt, up to the last byte of its answer
     * @param maxConcurrent requests that may be under way at once
     */
    public JsonEndpoint(URI url, Optional<ApiKey> key, Duration timeout, int maxConcurrent, Transport transport) {
        this(url, key, timeout, Limits.concurrent(maxConcurrent), transport);
    }

    JsonEndpoint(URI url, Optional<ApiKey> key, Duration timeout, Limits limits, Transport transport) {
        this.url = url;
        this.key = key;
        this.usual = new Allowance(timeout, USUAL_BYTES);
        this.transport = transport;
        this.maxConcurrent = limits.maxConcurrent();
        this.gate = new Gate(url.getHost(), limits, transport);
    }

    /**
     * What one attempt may take.
     *
     * @param time up to the last byte of its answer
     * @param bytes of its answer
     */
    public record Allowance(Duration time, int bytes) {}

    /** Requests that may be under way at once, when the endpoint copes with so many. */
    public int maxConcurrent() {
        return maxConcurrent;
    }

    /** Makes something of an answer's bytes. */
    @FunctionalInterface
    public interface Reader<T> {

        /** Reads an answer; one that does not fit is {@linkplain FaultException#malformed malformed}. */
        T read(byte[] body) throws FaultException;

        /** The tokens of question and answer together, where the answer tells. */
        default OptionalLong tokens(T answer) {
            return OptionalLong.empty();
        }
    }

    /** What was made of an answer, and at what price in time. */
    public record Answer<T>(T value, long latencyMillis, int attempts) {}

    /**
     * Asks until there is an answer or no attempt is left.
     *
     * @throws ModelException if no answer came
     * @throws InterruptedException if the service stops meanwhile
     */
    public <T> Answer<T> ask(byte[] body, Reader<T> reader) throws ModelException, InterruptedException {
        return ask(body, usual, reader);
    }

    /**
     * Asks until there is an answer or no attempt is left, where an attempt may take more than usual or less.
     *
     * @throws ModelException if no answer came
     * @throws InterruptedException if the service stops meanwhile
     */
    public <T> Answer<T> ask(byte[] body, Allowance allowance, Reader<T> reader)
            throws ModelException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return ask(body, allowance, reader, attempt);
            } catch (FaultException e) {
                if (!e.retried() || attempt >= transport.retries().maxAttempts()) {
                    throw e.after(attempt);
                }
                transport.pause().sleep(transport.retries().pause(attempt, e.retryAfter(), transport.random()));
            }
        }
    }

    private <T> Answer<T> ask(byte[] body, Allowance allowance, Reader<T> reader, int attempt)
            throws FaultException, InterruptedException {
        Gate.Pass pass = gate.enter(body.length / BYTES_PER_TOKEN);
        try {
            long asked = transport.clock().millis();
            T value = reader.read(body(send(body, allowance)));
            pass.answered(reader.tokens(value));
            return new Answer<>(value, transport.clock().millis() - asked, attempt);
        } catch (FaultException e) {
            pass.failed(e);
            throw e;
        } finally {
            pass.close();
        }
    }

    private HttpResponse<byte[]> send(byte[] body, Allowance allowance) throws FaultException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response = transport
                .client()
                .sendAsync(request(body), BodyHandlers.limiting(BodyHandlers.ofByteArray(), allowance.bytes()));
        try {
            return response.get(allowance.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FaultException(Fault.TIMEOUT, "no whole answer within " + allowance.time());
        } catch (ExecutionException e) {
            throw lost(e.getCause(), allowance);
        } finally {
            response.cancel(true);
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        key.ifPresent(secret -> request.header("Authorization", secret.authorization()));
        return request.build();
    }

    private static FaultException lost(@Nullable Throwable cause, Allowance allowance) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new FaultException(Fault.UNREACHABLE, "the endpoint cannot be reached")
                : new FaultException(
                        Fault.TRUNCATED,
                        "the connection broke, or the answer has more than %d bytes".formatted(allowance.bytes()));
    }

    private byte[] body(HttpResponse<byte[]> response) throws FaultException {
        int status = response.statusCode();
        if (status / 100 != 2) {
            throw new FaultException(
                    Fault.ofStatus(status), "the endpoint answered with status " + status, retryAfter(response));
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            throw new FaultException(Fault.MALFORMED, "the endpoint's answer is not declared as JSON");
        }
        return response.body();
    }

    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(text -> RetryAfter.parse(text, transport.clock().instant()));
    }
}
