package io.millrace.evaluator.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failure, as Standard Webhooks advises; each pause is lengthened by up to a tenth at random so that what
 * failed together does not come back together.
 */
public record Schedule(List<Duration> pauses) {

    /** Ten attempts in a little over three days. */
    public static final Schedule USUAL = new Schedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    private static final Duration LONGEST = Duration.ofHours(24);

    public Schedule {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause after a failure; nothing after the last.
     *
     * @param failures how many there were, at least 1
     * @param asked the least pause that the endpoint asked for; granted as far as a day
     */
    public Optional<Duration> pause(int failures, Optional<Duration> asked, RandomGenerator random) {
        if (failures > pauses.size()) {
            return Optional.empty();
        }
        long own = pauses.get(failures - 1).toMillis();
        long granted = Math.min(asked.orElse(Duration.ZERO).toMillis(), LONGEST.toMillis());
        long least = Math.max(own, granted);
        return Optional.of(Duration.ofMillis(least + random.nextLong(least / 10 + 1)));
    }
}
