package io.millrace.schemas.model;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What asking over HTTP needs.
 *
 * @param client must not follow redirects, which would carry the key elsewhere
 * @param random safe for use by several threads
 */
public record Transport(HttpClient client, Retries retries, InstantSource clock, RandomGenerator random, Pause pause) {

    public Transport {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The HTTP client follows redirects");
        }
    }

    /** The transport of a running service. */
    public static Transport of(Retries retries, Duration connectTimeout) {
        return new Transport(
                HttpClient.newBuilder().connectTimeout(connectTimeout).build(),
                retries,
                InstantSource.system(),
                () -> ThreadLocalRandom.current().nextLong(),
                Thread::sleep);
    }
}
