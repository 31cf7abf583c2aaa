package io.millrace.generator.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42 | 42.",
                "42 | $42$",
                "42 | $42$.",
                "42 | $$ 42.0 $$",
                "1234567 | 1,234,567",
                "1234.5 | 1,234.50",
                "0.5 | 1/2",
                "0.5 | 2 / 4",
                "-0.75 | -\\frac{3}{4}",
                "-2 | −2",
                "+7 | 7",
                "x + 1 | X +  1",
                "12,34 | 12,34",
                "1/0 | 1/0"
            })
    void areAlikeWhereOnlyTheWritingDiffers(String one, String other) {
        assertThat(of(one).alike(of(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.333 | 1/3",
                "3.14159 | 3.14160",
                "1 1/2 | 11/2",
                "12,34 | 1234",
                "50% | 50",
                "42 cm | 42",
                "1/0 | 2/0",
                "1e3 | 1000",
                "2 3 | 23"
            })
    void differWhereTheyAreOnlyNear(String one, String other) {
        assertThat(of(one).alike(of(other))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answer: 6",
                "First 2.\nThen 3.\nAnswer: 6\n",
                "So\n**Answer: 6**",
                "answer:6",
                "**Answer:** $6$."
            })
    void isOnTheLastLine(String solution) {
        assertThat(FinalAnswer.in(solution).map(FinalAnswer::canonical)).contains("6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "Answer:", "Answer: .", "Answer: 6\nor so", "The answer: 6", "Answer 6"})
    void isNotThereWhereNothingMarksIt(String solution) {
        assertThat(FinalAnswer.in(solution)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,234.50$. | 1234.50",
                "$$ 2X  + 1 $$ | 2X + 1",
                "−\\frac{3}{4} | -\\frac{3}{4}",
                "12,34 | 12,34",
                "$x$ or $y$ | $x$ or $y$"
            })
    void isWrittenWithoutWhatStandsAroundIt(String text, String bare) {
        assertThat(of(text).text()).isEqualTo(bare);
    }

    @Test
    void isNeverLongerThanAnswersAre() {
        assertThat(FinalAnswer.of("9".repeat(301))).isEmpty();
        assertThat(FinalAnswer.in("Answer: " + "9".repeat(100_000))).isEqualTo(Optional.empty());
        assertThat(of("9".repeat(61)).alike(of("9".repeat(61) + ".0"))).isFalse();
    }

    private static FinalAnswer of(String text) {
        return FinalAnswer.of(text).orElseThrow();
    }
}
