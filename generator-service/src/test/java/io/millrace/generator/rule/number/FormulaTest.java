package io.millrace.generator.rule.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-7, -7",
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "10 - 4 - 3, 3",
        "100 / 10 / 5, 2",
        "1/2 + 1/3, 5/6",
        "2 - -3, 5",
        "0.1 + 0.2, 3/10",
        "(-3/4) * 2, -3/2"
    })
    void comesToItsExactValue(String text, String value) {
        assertThat(Formula.read(text).value()).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1 +", "(1", "1)", "1 2", "--1", "1/0", "1.2.3", ".", "1e3", "x", "1 = 1", "\u0661", "2**3"
            })
    void aTextThatIsNoFormulaIsRefused(String text) {
        assertThatThrownBy(() -> Formula.read(text)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void deepBracketsAreRefusedBeforeTheStackOverflows() {
        assertThatThrownBy(() -> Formula.read("(".repeat(100_000))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void namesItsNumbersFromLeftToRight() {
        assertThat(Formula.read("3 * (25 - 3) / 2.5").numbers())
                .containsExactly(Rational.of(3), Rational.of(25), Rational.of(3), Rational.of(5, 2));
    }
}
