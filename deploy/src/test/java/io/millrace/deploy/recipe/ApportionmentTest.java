package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void theLargestRemaindersGetOneMore() {
        assertThat(Apportionment.of(10, weights("1", "1", "1"))).containsExactly(4L, 3L, 3L);
        assertThat(Apportionment.of(7, weights("0.5", "0.3", "0.2"))).containsExactly(4L, 2L, 1L);
        assertThat(Apportionment.of(1, weights("1", "3"))).containsExactly(0L, 1L);
    }

    @Test
    void aWeightOfNothingGetsNothing() {
        assertThat(Apportionment.of(11, weights("0", "2", "0", "1"))).containsExactly(0L, 7L, 0L, 4L);
    }

    @Test
    void decimalWeightsAreNotRounded() {
        assertThat(Apportionment.of(3, weights("0.1", "0.1", "0.1"))).containsExactly(1L, 1L, 1L);
        assertThat(Apportionment.of(Long.MAX_VALUE, weights("0.000000001", "1000000")))
                .containsExactly(9223L, Long.MAX_VALUE - 9223);
    }

    @Test
    void refusesWeightsThatShareNothingOut() {
        assertThatThrownBy(() -> Apportionment.of(1, weights("0", "0"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.of(1, weights("2", "-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAddUpExactlyAndNoneIsOffByOne() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            long amount = random.nextLong(1_000_000_000L);
            List<BigDecimal> weights = random.longs(random.nextInt(1, 40), 0, 1_000_000)
                    .mapToObj(units -> BigDecimal.valueOf(units + 1, 3))
                    .toList();
            BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            List<Long> shares = Apportionment.of(amount, weights);

            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            for (int i = 0; i < shares.size(); i++) {
                BigDecimal error = BigDecimal.valueOf(shares.get(i))
                        .multiply(total)
                        .subtract(weights.get(i).multiply(BigDecimal.valueOf(amount)));
                assertThat(error.abs()).isLessThan(total);
            }
        }
    }

    private static List<BigDecimal> weights(String... weights) {
        return Stream.of(weights).map(BigDecimal::new).toList();
    }
}
