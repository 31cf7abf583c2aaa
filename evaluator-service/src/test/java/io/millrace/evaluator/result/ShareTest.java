package io.millrace.evaluator.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** The figures of Newcombe's table II for 56 of 70 against 48 of 80, and Wilson's interval of 56 of 70. */
    @Test
    void hasTheIntervalsOfItsSources() {
        var now = new Share(56 / 70.0, 70);

        assertThat(now.low()).isCloseTo(0.6918, within(1e-4));
        assertThat(now.high()).isCloseTo(0.8769, within(1e-4));
        Share.Difference difference = now.since(new Share(48 / 80.0, 80));
        assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
        assertThat(difference.low()).isCloseTo(0.0524, within(1e-4));
        assertThat(difference.high()).isCloseTo(0.3339, within(1e-4));
        assertThat(difference.beyondChance()).isTrue();
    }

    @Test
    void fewItemsSayLittle() {
        assertThat(new Share(0.5, 4).since(new Share(0.25, 4)).beyondChance()).isFalse();
        assertThat(new Share(0.5, 4_000).since(new Share(0.25, 4_000)).beyondChance())
                .isTrue();
    }

    @Test
    void noneAndAllAreSharesLikeOthers() {
        assertThat(new Share(0, 10).low()).isZero();
        assertThat(new Share(0, 10).high()).isBetween(0.2, 0.35);
        assertThat(new Share(1, 10).high()).isCloseTo(1, within(1e-9));
    }
}
