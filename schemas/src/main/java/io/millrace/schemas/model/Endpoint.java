package io.millrace.schemas.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A model behind an OpenAI-compatible interface.
 *
 * @param baseUrl what {@code /chat/completions} is appended to
 * @param timeout of one attempt, up to the last byte of its answer
 * @param extraBody what each request holds beyond the usual
 */
public record Endpoint(
        URI baseUrl, String model, Optional<ApiKey> key, Duration timeout, Limits limits, ExtraBody extraBody) {

    public Endpoint {
        boolean web = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "The base URL of a model must start with https:// or http:// and a host");
        }
        if (baseUrl.getUserInfo() != null || baseUrl.getQuery() != null || baseUrl.getFragment() != null) {
            throw new IllegalArgumentException("The base URL of a model must not hold a user, a query or a fragment");
        }
    }

    /**
     * A model that is sent only the usual, without limits of its own.
     *
     * @param maxConcurrent requests that may be under way at once
     */
    public Endpoint(URI baseUrl, String model, Optional<ApiKey> key, Duration timeout, int maxConcurrent) {
        this(baseUrl, model, key, timeout, Limits.concurrent(maxConcurrent), ExtraBody.NONE);
    }

    URI completions() {
        return URI.create(baseUrl.toString().replaceFirst("/+$", "") + "/chat/completions");
    }
}
