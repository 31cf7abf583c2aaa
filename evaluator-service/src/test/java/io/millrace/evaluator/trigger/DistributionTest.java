package io.millrace.evaluator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void theIndexIsWhatItsFormulaSays() {
        double index = of(Map.of("a", 70_000L, "b", 30_000L)).indexAgainst(of(Map.of("a", 5L, "b", 5L)));

        assertThat(index).isCloseTo(0.2 * Math.log(0.7 / 0.5) - 0.2 * Math.log(0.3 / 0.5), within(1e-4));
    }

    @Test
    void theIndexOfTheSameSharesIsNothingWhateverTheSizes() {
        assertThat(of(Map.of("a", 300L, "b", 100L)).indexAgainst(of(Map.of("a", 3L, "b", 1L))))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void aLabelThatIsNewMovesTheIndexByABoundedAmount() {
        double index = of(Map.of("a", 500L, "b", 500L)).indexAgainst(of(Map.of("a", 1_000L)));

        assertThat(index).isBetween(1.0, 10.0);
    }

    @Test
    void samplesOfOneSourceStayBelowTheMarkThatSaysSomethingMoved() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            assertThat(sample(random).indexAgainst(sample(random))).isBetween(0.0, 0.1);
        }
    }

    @Test
    void labelsFromOutsideAreBounded() {
        Distribution distribution = Distribution.EMPTY.with("x".repeat(1_000));
        for (int i = 0; i < 1_000; i++) {
            distribution = distribution.with("label " + i);
        }

        assertThat(distribution.counts()).hasSizeLessThanOrEqualTo(65).containsKey("other");
        assertThat(distribution.size()).isEqualTo(1_001);
    }

    private static Distribution sample(Random random) {
        Distribution sample = Distribution.EMPTY;
        for (int i = 0; i < 500; i++) {
            sample = sample.with(Integer.toString(random.nextInt(5)));
        }
        return sample;
    }

    private static Distribution of(Map<String, Long> counts) {
        return new Distribution(new TreeMap<>(counts));
    }
}
