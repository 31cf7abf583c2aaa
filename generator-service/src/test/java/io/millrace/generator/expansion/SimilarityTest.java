package io.millrace.generator.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    private static final String LONG = "one two three four five six seven eight nine ten eleven twelve";

    @ParameterizedTest
    @CsvSource({"a b c, A  c. b!, 1", "a b c, d e f, 0", "a b, b c, 0.3333", "a a a, a, 1", "'', '', 1", "'', a, 0"})
    void comparesTheWordsOfShortTexts(String one, String other, double similarity) {
        assertThat(Similarity.of(one, other)).isCloseTo(similarity, within(1e-3));
        assertThat(Similarity.of(other, one)).isEqualTo(Similarity.of(one, other));
    }

    @Test
    void comparesRunsOfThreeWordsOfLongTexts() {
        assertThat(Similarity.of(LONG, LONG)).isEqualTo(1);
        assertThat(Similarity.of(LONG, LONG + " thirteen")).isEqualTo(10.0 / 11);
        assertThat(Similarity.of(LONG, "two one four three six five eight seven ten nine twelve eleven"))
                .isZero();
    }
}
