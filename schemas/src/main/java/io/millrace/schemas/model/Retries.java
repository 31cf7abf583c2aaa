package io.millrace.schemas.model;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and after which pauses a question is asked again: pauses double from the first to the longest, each shortened by up to
 * half at random so that many questions do not come back together.
 */
public record Retries(int maxAttempts, Duration firstPause, Duration longestPause) {

    private static final int MAX_DOUBLINGS = 20;

    /**
     * The pause after an attempt.
     *
     * @param attempt which one failed, from 1
     * @param asked the least pause that was asked for; granted as far as the longest pause
     */
    public Duration pause(int attempt, Optional<Duration> asked, RandomGenerator random) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        long ceiling = shorter(doubled, longestPause).toMillis();
        Duration own = Duration.ofMillis(ceiling - random.nextLong(ceiling / 2 + 1));
        Duration granted = shorter(asked.orElse(Duration.ZERO), longestPause);
        return own.compareTo(granted) > 0 ? own : granted;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
