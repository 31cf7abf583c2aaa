package io.millrace.evaluator.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.evaluator.review.Kappa.Pair;
import io.millrace.schemas.ReviewOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KappaTest {

    private static final ReviewOutcome[] OUTCOMES = {ReviewOutcome.ACCEPT, ReviewOutcome.REJECT, ReviewOutcome.EDIT};

    @Test
    void countsGiveTheSameAsPairs() {
        Kappa kappa = Kappa.of(20, 5, 10, 15).orElseThrow();

        assertThat(kappa.items()).isEqualTo(50);
        assertThat(kappa.agreement()).isCloseTo(0.7, within(1e-12));
        assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
        assertThat(Kappa.of(7, 0, 0, 0)).isEmpty();
        assertThat(Kappa.of(0, 0, 0, 0)).isEmpty();
    }

    @Test
    void isWhatCohenComputedForHisExample() {
        Kappa kappa = Kappa.of(table(new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}))
                .orElseThrow();

        assertThat(kappa.items()).isEqualTo(200);
        assertThat(kappa.agreement()).isEqualTo(0.70, within(1e-12));
        assertThat(kappa.value()).isEqualTo(0.492, within(0.0005));
        assertThat(kappa.standardError()).isEqualTo(0.055, within(0.0005));
    }

    @Test
    void hundredAndNinetySixPairsTellSevenTenthsToATenth() {
        Kappa kappa = new Kappa(196, 0.85, 0.7, Math.sqrt(0.85 * 0.15 / 196) / 0.5);

        assertThat(kappa.high() - kappa.value()).isEqualTo(0.1, within(0.0005));
        assertThat(kappa.value() - kappa.low()).isEqualTo(0.1, within(0.0005));
    }

    @Test
    void isNotDefinedWithoutAnyPairsOrAnyChoice() {
        assertThat(Kappa.of(List.of())).isEmpty();
        assertThat(Kappa.of(table(new int[][] {{5}}))).isEmpty();
    }

    @Test
    void isOneForThoseWhoAgreeAndNearNoneForThoseWhoGuess() {
        var random = new SplittableRandom(7);
        List<Pair> guessed = new ArrayList<>();
        List<Pair> agreed = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            ReviewOutcome one = OUTCOMES[random.nextInt(3)];
            guessed.add(new Pair(one, OUTCOMES[random.nextInt(3)]));
            agreed.add(new Pair(one, one));
        }

        assertThat(Kappa.of(agreed).orElseThrow().value()).isEqualTo(1);
        assertThat(Kappa.of(guessed).orElseThrow().value()).isEqualTo(0, within(0.02));
    }

    @Test
    void doesNotDependOnWhoIsTheFirst() {
        var random = new SplittableRandom(11);
        for (int round = 0; round < 100; round++) {
            int[][] counts = new int[3][3];
            for (int i = 0; i < 9; i++) {
                counts[i / 3][i % 3] = random.nextInt(20) + 1;
            }
            List<Pair> pairs = table(counts);
            List<Pair> swapped = pairs.stream()
                    .map(pair -> new Pair(/* first= */ pair.second(), /* second= */ pair.first()))
                    .toList();

            assertThat(Kappa.of(swapped)).isEqualTo(Kappa.of(pairs));
        }
    }

    private static List<Pair> table(int[][] counts) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < counts.length; first++) {
            for (int second = 0; second < counts[first].length; second++) {
                pairs.addAll(Collections.nCopies(counts[first][second], new Pair(OUTCOMES[first], OUTCOMES[second])));
            }
        }
        return pairs;
    }
}
