package io.millrace.evaluator.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadShareTest {

    private static final double CONFIDENCE = 0.95;

    @Test
    void twoHundredAndNinetyNineCleanSamplesSupportUnderOnePercent() {
        assertThat(BadShare.bound(0, 299, CONFIDENCE)).isLessThan(0.01);
        assertThat(BadShare.bound(0, 298, CONFIDENCE)).isGreaterThan(0.01);
    }

    /** The sample sizes of Wilks for 95 % of a population with 95 % confidence. */
    @ParameterizedTest
    @CsvSource({"0, 59", "1, 93", "2, 124", "3, 153", "4, 181"})
    void fivePercentNeedTheSamplesOfWilks(int bad, int sample) {
        assertThat(BadShare.bound(bad, sample, CONFIDENCE)).isLessThan(0.05);
        assertThat(BadShare.bound(bad, sample - 1, CONFIDENCE)).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.95", "0, 10, 0.2589", "1, 10, 0.3942", "5, 10, 0.7776", "10, 10, 1", "0, 0, 1"})
    void isTheUpperBoundOfTheTables(int bad, int sample, double bound) {
        assertThat(BadShare.bound(bad, sample, CONFIDENCE)).isEqualTo(bound, within(0.00005));
    }

    @Test
    void growsWithWhatIsBadAndShrinksWithTheSample() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int sample = random.nextInt(5_000) + 2;
            int bad = random.nextInt(sample - 1);
            double bound = BadShare.bound(bad, sample, CONFIDENCE);

            assertThat(bound).isBetween((double) bad / sample, 1.0);
            assertThat(BadShare.bound(bad + 1, sample, CONFIDENCE)).isGreaterThan(bound);
            assertThat(BadShare.bound(bad, sample + 1, CONFIDENCE)).isLessThan(bound);
        }
    }

    /** The bound holds for at least as many samples as it promises, whatever the true share is. */
    @Test
    void holdsForNineteenSamplesOfTwenty() {
        var random = new SplittableRandom(5);
        int held = 0;
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            double share = random.nextDouble(0.2);
            int bad = 0;
            for (int i = 0; i < 100; i++) {
                bad += random.nextDouble() < share ? 1 : 0;
            }
            held += share <= BadShare.bound(bad, 100, CONFIDENCE) ? 1 : 0;
        }

        assertThat(held).isGreaterThan((int) (0.95 * rounds));
    }

    @Test
    void moreThanAllCannotBeBad() {
        assertThatThrownBy(() -> BadShare.bound(2, 1, CONFIDENCE)).isInstanceOf(IllegalArgumentException.class);
    }
}
