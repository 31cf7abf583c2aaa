package io.millrace.schemas.model;

import java.time.Duration;
import java.time.Instant;

/** Rations a quantity by the minute. It holds what ten seconds bring, and may be in debt. Not for use by several threads. */
final class TokenBucket {

    private static final double MILLIS = Duration.ofMinutes(1).toMillis();
    private static final double FILLS_PER_MINUTE = 6;

    private final double perMilli;
    private final double capacity;
    private double level;
    private Instant filled;

    TokenBucket(int perMinute, Instant now) {
        this.perMilli = perMinute / MILLIS;
        this.capacity = Math.max(1, perMinute / FILLS_PER_MINUTE);
        this.level = capacity;
        this.filled = now;
    }

    /** Takes an amount; who took it must wait so long before using it. */
    Duration take(long amount, Instant now) {
        long passed = Math.max(0, Duration.between(filled, now).toMillis());
        level = Math.min(capacity, level + passed * perMilli) - amount;
        filled = now;
        return level >= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(-level / perMilli));
    }

    /** Takes some more without waiting, or gives some back. */
    void correct(long more) {
        level = Math.min(capacity, level - more);
    }
}
