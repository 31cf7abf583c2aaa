package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void refusesALimitThatLetsNothingThrough() {
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.concurrent(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.of(1, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.of(1, null, -1));
    }
}
