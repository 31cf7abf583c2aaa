package io.millrace.verifier.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void agreesWithPublishedValues() {
        // R: prop.test(8, 10, correct = FALSE) and prop.test(0, 100, correct = FALSE)
        assertThat(Interval.wilson(8, 10).low()).isCloseTo(0.4901625, within(1e-6));
        assertThat(Interval.wilson(8, 10).high()).isCloseTo(0.9433178, within(1e-6));
        assertThat(Interval.wilson(0, 100).low()).isZero();
        assertThat(Interval.wilson(0, 100).high()).isCloseTo(0.0369935, within(1e-6));
    }

    @Test
    void saysNothingWhereNothingWasTried() {
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }
}
