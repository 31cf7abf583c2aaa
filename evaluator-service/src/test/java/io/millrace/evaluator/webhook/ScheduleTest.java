package io.millrace.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void spansThreeDaysInTenAttempts() {
        Duration total = Schedule.USUAL.pauses().stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(total).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(Schedule.USUAL.pause(10, Optional.empty(), random)).isEmpty();
    }

    @Test
    void neverWaitsLessThanTheScheduleNorMoreThanATenthLonger() {
        for (int round = 0; round < 1_000; round++) {
            assertThat(Schedule.USUAL.pause(2, Optional.empty(), random).orElseThrow())
                    .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
        }
    }

    @Test
    void waitsAsLongAsItIsAskedToButNoLongerThanADay() {
        assertThat(Schedule.USUAL
                        .pause(1, Optional.of(Duration.ofHours(1)), random)
                        .orElseThrow())
                .isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(Schedule.USUAL
                        .pause(1, Optional.of(Duration.ofDays(900)), random)
                        .orElseThrow())
                .isLessThan(Duration.ofHours(27));
        assertThat(Schedule.USUAL
                        .pause(1, Optional.of(Duration.ofDays(-1)), random)
                        .orElseThrow())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }
}
