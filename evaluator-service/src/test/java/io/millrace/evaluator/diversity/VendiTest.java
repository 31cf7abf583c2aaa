package io.millrace.evaluator.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VendiTest {

    @Test
    void countsWhatIsWhollyDifferent() {
        float[] east = {1, 0};
        float[] north = {0, 5};

        assertThat(Vendi.ofOrderTwo(List.of(east, east, east))).isCloseTo(1, within(1e-6));
        assertThat(Vendi.ofOrderTwo(List.of(east, north, east, north))).isCloseTo(2, within(1e-6));
        // Shares of 3/4 and 1/4: 1 / (9/16 + 1/16).
        assertThat(Vendi.ofOrderTwo(List.of(east, east, north, east))).isCloseTo(1.6, within(1e-6));
    }

    @Test
    void halfLikeCountsInBetween() {
        // The inner product is 0.6: 4 / (2 + 2 * 0.36).
        assertThat(Vendi.ofOrderTwo(List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f})))
                .isCloseTo(4 / 2.72, within(1e-6));
    }

    @Test
    void isTheSameAsByEveryPair() {
        var random = new SplittableRandom(4);
        List<Wording> texts = new ArrayList<>();
        for (int text = 0; text < 60; text++) {
            texts.add(Wording.of(random.ints(20, 0, 80).toArray()));
        }
        double squares = 0;
        for (Wording one : texts) {
            for (Wording other : texts) {
                squares += Math.pow(cosine(WordVectors.of(one), WordVectors.of(other)), 2);
            }
        }

        assertThat(Vendi.ofWords(texts)).isCloseTo(60 * 60 / squares, within(1e-3));
    }

    @Test
    void sameWordsAreOneAndOtherWordsAreMany() {
        var random = new SplittableRandom(5);
        Wording same = Wording.of(random.ints(60).toArray());
        List<Wording> different = new ArrayList<>();
        for (int text = 0; text < 500; text++) {
            different.add(Wording.of(random.ints(60).toArray()));
        }

        assertThat(Vendi.ofWords(Collections.nCopies(500, same))).isCloseTo(1, within(1e-3));
        // Hashed into 384 dimensions, 500 wholly different texts are like each other by chance: 1 / (1/500 + 1/384).
        assertThat(Vendi.ofWords(different)).isCloseTo(217, within(5.0));
    }

    @Test
    void noTextWithWordsIsWithoutAVector() {
        var random = new SplittableRandom(6);
        for (int text = 0; text < 2_000; text++) {
            float[] vector = WordVectors.of(Wording.of(random.nextInt(), random.nextInt()));
            assertThat(vector).matches(values -> cosine(values, values) > 0);
        }
    }

    private static double cosine(float[] one, float[] other) {
        return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int at = 0; at < one.length; at++) {
            product += one[at] * other[at];
        }
        return product;
    }
}
