package io.millrace.evaluator.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void runsAreOverlappingAndOneAndTheSameForTheSameWords() {
        assertThat(Wording.of("a b c d e").grams(4))
                .hasSize(2)
                .startsWith(Wording.of("x y A b,  c\nd").grams(4)[2]);
        assertThat(Wording.of("a b c").grams(4)).isEmpty();
        assertThat(Wording.of("a b").grams(2)).isNotEqualTo(Wording.of("b a").grams(2));
    }

    @Test
    void noTextHasMoreWeightThanSoManyWords() {
        assertThat(Wording.of("a ".repeat(10_000)).words()).isEqualTo(256);
    }

    @Test
    void isReadAsItWasWritten() {
        Wording text = Wording.of("What is 6 * 7?");

        assertThat(Wording.read(text.bytes()).grams(1)).isEqualTo(text.grams(1));
        assertThat(Wording.read(Wording.NONE.bytes()).empty()).isTrue();
    }
}
