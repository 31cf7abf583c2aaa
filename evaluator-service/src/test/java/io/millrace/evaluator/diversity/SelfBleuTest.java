package io.millrace.evaluator.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelfBleuTest {

    /** The example in the documentation of NLTK's sentence_bleu, which gives 0.5045666840058485. */
    @Test
    void theBleuOfATextAgainstTheOthersIsThatOfOtherPrograms() {
        List<Wording> texts = texts(
                "It is a guide to action which ensures that the military always obeys the commands of the party",
                "It is a guide to action that ensures that the military will forever heed Party commands",
                "It is the guiding principle which guarantees the military forces always being under the command of the Party",
                "It is the practical guide for the army always to heed the directions of the party");

        assertThat(SelfBleu.each(texts)[0]).isCloseTo(0.5045666840058485, within(1e-12));
    }

    @Test
    void countsARunAsOftenAsOneOtherTextHasIt() {
        // The runs of 1 to 4 words match 5 of 6, 4 of 5, 3 of 4 and 2 of 3.
        double bleu = Math.pow(5 / 6.0 * 4 / 5 * 3 / 4 * 2 / 3, 0.25);

        assertThat(SelfBleu.each(texts("a a a a a a", "a a a a a b"))[0]).isCloseTo(bleu, within(1e-12));
    }

    @Test
    void aTextThatIsShorterThanTheClosestPaysForIt() {
        assertThat(SelfBleu.each(texts("a b c d", "a b c d e"))[0]).isCloseTo(Math.exp(1 - 5 / 4.0), within(1e-12));
        assertThat(SelfBleu.each(texts("a b c d e", "a b c d", "a b c d e f"))[0])
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void runsThatNobodyElseHasCountAsATenthOfAMatch() {
        // 2 of 4 words, and a tenth of 3 pairs, 2 threes and 1 four.
        double bleu = Math.pow(2 / 4.0 * 0.1 / 3 * 0.1 / 2 * 0.1, 0.25);

        assertThat(SelfBleu.each(texts("a x b y", "a q b r"))[0]).isCloseTo(bleu, within(1e-12));
    }

    @Test
    void isOneWhereAllAreTheSameAndZeroWhereNothingIsShared() {
        assertThat(SelfBleu.of(texts("a b c d e", "a b c d e", "a b c d e"))).isCloseTo(1, within(1e-12));
        assertThat(SelfBleu.of(texts("a b c", "d e f", "g h"))).isZero();
    }

    @Test
    void doesNotDependOnTheOrderOfTheTexts() {
        var random = new SplittableRandom(3);
        List<Wording> texts = new ArrayList<>();
        for (int text = 0; text < 50; text++) {
            texts.add(Wording.of(random.ints(random.nextInt(1, 40), 0, 6).toArray()));
        }
        double before = SelfBleu.of(texts);

        Collections.reverse(texts);

        assertThat(SelfBleu.of(texts)).isCloseTo(before, within(1e-12));
    }

    private static List<Wording> texts(String... texts) {
        // By case, as the published example has it.
        return Stream.of(texts)
                .map(text -> Wording.of(Stream.of(text.split(" ", -1))
                        .mapToInt(String::hashCode)
                        .toArray()))
                .toList();
    }
}
