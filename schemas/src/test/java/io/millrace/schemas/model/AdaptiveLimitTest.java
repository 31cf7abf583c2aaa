package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

    private final AdaptiveLimit limit = new AdaptiveLimit(8);

    @Test
    void beginsWithTheMaximum() {
        assertThat(limit.current()).isEqualTo(8);
    }

    @Test
    void halvesOnceForAllRequestsThatWereUnderWayTogether() {
        long first = limit.begin();
        long second = limit.begin();

        limit.overloaded(first);
        limit.overloaded(second);

        assertThat(limit.current()).isEqualTo(4);
    }

    @Test
    void halvesAgainForARequestThatBeganLater() {
        limit.overloaded(limit.begin());
        limit.overloaded(limit.begin());

        assertThat(limit.current()).isEqualTo(2);
    }

    @Test
    void neverFallsBelowOne() {
        for (int i = 0; i < 10; i++) {
            limit.overloaded(limit.begin());
        }

        assertThat(limit.current()).isEqualTo(1);
    }

    @Test
    void growsByOneInEachRoundUpToTheMaximum() {
        limit.overloaded(limit.begin());

        answer(5);
        assertThat(limit.current()).isEqualTo(5);
        answer(6);
        assertThat(limit.current()).isEqualTo(6);
        answer(1_000);
        assertThat(limit.current()).isEqualTo(8);
    }

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            limit.answered();
        }
    }
}
