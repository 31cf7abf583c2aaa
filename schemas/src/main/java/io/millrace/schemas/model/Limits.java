package io.millrace.schemas.model;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is spared.
 *
 * @param maxConcurrent requests that may be under way at once, when it copes with so many
 * @param requestsPerMinute requests that may begin in a minute
 * @param tokensPerMinute tokens, of questions and answers together
 * @param maxFaults faults of its own in a row after which it is left alone for a while
 * @param rest how long that is
 */
public record Limits(
        int maxConcurrent, OptionalInt requestsPerMinute, OptionalInt tokensPerMinute, int maxFaults, Duration rest) {

    private static final int USUAL_FAULTS = 10;
    private static final Duration USUAL_REST = Duration.ofSeconds(30);

    public Limits {
        if (maxConcurrent < 1 || requestsPerMinute.orElse(1) < 1 || tokensPerMinute.orElse(1) < 1 || maxFaults < 1) {
            throw new IllegalArgumentException("The limits of an endpoint must be positive");
        }
    }

    /** The usual care, and rates where they are given. */
    public static Limits of(int maxConcurrent, @Nullable Integer requestsPerMinute, @Nullable Integer tokensPerMinute) {
        return new Limits(maxConcurrent, limit(requestsPerMinute), limit(tokensPerMinute), USUAL_FAULTS, USUAL_REST);
    }

    /** No limit but the requests that may be under way at once. */
    public static Limits concurrent(int maxConcurrent) {
        return of(maxConcurrent, null, null);
    }

    private static OptionalInt limit(@Nullable Integer limit) {
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
