package io.millrace.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource({"0.7, 0.7, 0.7", "0.2..0.9, 0.2, 0.9", "0 .. 1, 0, 1", "1..1, 1, 1"})
    void readsANumberOrTwo(String text, double low, double high) {
        assertThat(Range.parse(text)).isEqualTo(new Range(low, high));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "warm", "0.9..0.2", "-1", "0.2..", "..1", "0.2...9x", "NaN", "0..Infinity"})
    void refusesWhatIsNoRange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Range.parse(text));
    }

    @Test
    void goesFromItsLowestToItsHighestNumber() {
        var range = new Range(0.2, 0.9);

        assertThat(range.at(0)).isEqualTo(0.2);
        assertThat(range.at(1.0 / 3)).isEqualTo(0.4333);
        assertThat(range.at(1)).isEqualTo(0.9);
    }
}
