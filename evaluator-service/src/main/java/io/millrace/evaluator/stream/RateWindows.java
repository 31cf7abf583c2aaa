package io.millrace.evaluator.stream;

import java.time.Duration;
import java.time.Instant;

/** The windows of time in which records are counted, and how long each is kept. */
public record RateWindows(Duration size, Duration retention) {

    public RateWindows {
        if (size.toMillis() <= 0 || retention.compareTo(size) < 0) {
            throw new IllegalArgumentException("rate windows must be kept for at least as long as they are");
        }
    }

    Instant start(long millis) {
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, size.toMillis()));
    }

    /** Windows that began before this are deleted. */
    Instant oldest(long now) {
        return Instant.ofEpochMilli(now).minus(retention);
    }
}
