package io.millrace.evaluator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VarietyTest {

    @Test
    void knowsNothingBeforeTheFirstWindowIsFull() {
        assertThat(Variety.none()
                        .with(Collections.nCopies(Variety.WINDOW - 1, 0))
                        .distinct())
                .isEmpty();
    }

    @Test
    void countsWhatIsDistinctToWithinOneInAHundred() {
        var random = new Random(5);
        for (double share : new double[] {0.05, 0.3, 0.6, 1}) {
            int distinct = (int) (Variety.WINDOW * share);
            List<Integer> hashes = new ArrayList<>();
            for (int i = 0; i < Variety.WINDOW; i++) {
                hashes.add(i < distinct ? random.nextInt() : hashes.get(i - distinct));
            }

            assertThat(Variety.none().with(hashes).distinct()).hasValueCloseTo(share, within(0.01));
        }
    }

    @Test
    void eachWindowBeginsAnew() {
        Variety varied =
                Variety.none().with(new Random(1).ints(Variety.WINDOW).boxed().toList());

        Variety same = varied.with(Collections.nCopies(Variety.WINDOW, 0));

        assertThat(varied.distinct().orElseThrow()).isGreaterThan(0.98);
        assertThat(same.distinct().orElseThrow()).isLessThan(0.001);
    }

    @Test
    void fourGramsAreOverlappingAndOneAndTheSameForTheSameWords() {
        assertThat(FourGrams.of("a b c d e"))
                .hasSize(2)
                .startsWith(FourGrams.of("x y a b  c\nd").getLast());
        assertThat(FourGrams.of("a b c")).isEmpty();
        assertThat(FourGrams.of("a ".repeat(10_000))).hasSize(256);
    }
}
