package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Instant NOON = Instant.parse("2015-10-21T12:00:00Z");

    private final TokenBucket bucket = new TokenBucket(60, NOON);

    @Test
    void givesWhatItHoldsAtOnceAndThenWhatTimeBrings() {
        assertThat(bucket.take(10, NOON)).isZero();
        assertThat(bucket.take(1, NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(bucket.take(2, NOON)).isEqualTo(Duration.ofSeconds(3));
        assertThat(bucket.take(1, NOON.plusSeconds(4))).isZero();
    }

    @Test
    void holdsNoMoreThanTenSecondsBring() {
        assertThat(bucket.take(10, NOON.plusSeconds(3_600))).isZero();
        assertThat(bucket.take(1, NOON.plusSeconds(3_600))).isPositive();
    }

    @Test
    void letsNextOnesWaitForAnUnderestimateAndGivesAnOverestimateBack() {
        assertThat(bucket.take(10, NOON)).isZero();
        bucket.correct(5);
        assertThat(bucket.take(1, NOON)).isEqualTo(Duration.ofSeconds(6));
        bucket.correct(-6);
        assertThat(bucket.take(1, NOON)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void letsARequestThroughThatIsLargerThanItHolds() {
        assertThat(bucket.take(100, NOON)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void staysAsItIsWhenTheClockGoesBack() {
        assertThat(bucket.take(10, NOON)).isZero();
        assertThat(bucket.take(1, NOON.minusSeconds(60))).isEqualTo(Duration.ofSeconds(1));
    }
}
