package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.schemas.Usage;
import org.junit.jupiter.api.Test;

class PricesTest {

    private final Prices prices = new Prices(150_000, 600_000, "spring");

    @Test
    void addsUpInputAndOutput() {
        assertThat(prices.of(new Usage(1_000_000L, 500_000L, null, null)))
                .isEqualTo(new Usage(1_000_000L, 500_000L, 450_000L, "spring"));
    }

    @Test
    void roundsUp() {
        assertThat(prices.of(new Usage(1L, 0L, null, null)).getCostMicros()).isEqualTo(1);
    }

    @Test
    void bearsTheDearestAnswer() {
        var dear = new Prices(1_000_000_000, 1_000_000_000, "dear");

        assertThat(dear.of(new Usage((long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE, null, null))
                        .getCostMicros())
                .isEqualTo(2L * Integer.MAX_VALUE * 1_000);
    }

    @Test
    void refusesANegativePrice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Prices(-1, 0, "odd"));
    }
}
