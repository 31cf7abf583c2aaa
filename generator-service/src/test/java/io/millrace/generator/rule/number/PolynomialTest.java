package io.millrace.generator.rule.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "x", "-x", "3x^2 - x + 5", "-12x^4 + x^3 - 1"})
    void readsWhatItWrites(String text) {
        assertThat(Polynomial.read(text)).map(Polynomial::toString).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "y",
                "3*x",
                "x^",
                "x^99",
                "2x + ",
                "(x + 1)",
                "x + 1 = x + 1",
                "1e9",
                "99999999999999999999"
            })
    void readsNothingElse(String text) {
        assertThat(Polynomial.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3x^2 - x + 5, 6x - 1", "x^3, 3x^2", "7, 0"})
    void theDerivativeIsTheSlopeEverywhere(String text, String expected) {
        Polynomial polynomial = Polynomial.read(text).orElseThrow();

        assertThat(polynomial.derivative()).hasToString(expected);
        for (long point = -5; point < 5; point++) {
            assertThat(polynomial.slopeAt(point))
                    .isEqualTo(polynomial.derivative().at(point));
        }
    }

    @Test
    void aProductHasTheProductOfTheValues() {
        Polynomial left = Polynomial.of(1, -2, 3);
        Polynomial right = Polynomial.of(-4, 5);

        for (long point = -5; point < 5; point++) {
            assertThat(left.times(right).at(point)).isEqualTo(left.at(point) * right.at(point));
        }
    }
}
