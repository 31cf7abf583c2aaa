package io.millrace.evaluator.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VarietyTest {

    @Test
    void knowsNothingBeforeTheFirstWindowIsFull() {
        assertThat(Variety.none().with(new long[Variety.WINDOW - 1]).distinct()).isEmpty();
    }

    @Test
    void countsWhatIsDistinctToWithinOneInAHundred() {
        var random = new Random(5);
        for (double share : new double[] {0.05, 0.3, 0.6, 1}) {
            int distinct = (int) (Variety.WINDOW * share);
            long[] hashes = new long[Variety.WINDOW];
            for (int i = 0; i < Variety.WINDOW; i++) {
                hashes[i] = i < distinct ? random.nextLong() : hashes[i - distinct];
            }

            assertThat(Variety.none().with(hashes).distinct()).hasValueCloseTo(share, within(0.01));
        }
    }

    @Test
    void eachWindowBeginsAnew() {
        Variety varied = Variety.none().with(new Random(1).longs(Variety.WINDOW).toArray());

        Variety same = varied.with(new long[Variety.WINDOW]);

        assertThat(varied.distinct().orElseThrow()).isGreaterThan(0.98);
        assertThat(same.distinct().orElseThrow()).isLessThan(0.001);
    }
}
