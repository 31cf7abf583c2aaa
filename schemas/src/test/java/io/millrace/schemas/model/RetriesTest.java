package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final RandomGenerator NO_JITTER = () -> 0;

    private final Retries retries = new Retries(10, Duration.ofMillis(500), Duration.ofSeconds(60));

    @Test
    void doublesThePauseUpToTheLongest() {
        assertThat(IntStream.of(1, 2, 3, 8, 1_000).mapToObj(attempt -> pause(attempt, Duration.ZERO)))
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
    }

    @Test
    void shortensEachPauseByAtMostHalf() {
        var random = new SplittableRandom(1);

        assertThat(IntStream.range(0, 200).mapToObj(i -> retries.pause(2, Optional.empty(), random)))
                .allMatch(pause -> pause.toMillis() >= 500 && pause.toMillis() <= 1_000);
    }

    @Test
    void grantsWhatTheEndpointAsksForUpToTheLongestPause() {
        assertThat(pause(1, Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(pause(1, Duration.ofDays(365))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void neverPausesLessThanItWouldByItself() {
        assertThat(pause(3, Duration.ofSeconds(-30))).isEqualTo(Duration.ofSeconds(2));
    }

    private Duration pause(int attempt, Duration asked) {
        return retries.pause(attempt, Optional.of(asked), NO_JITTER);
    }
}
