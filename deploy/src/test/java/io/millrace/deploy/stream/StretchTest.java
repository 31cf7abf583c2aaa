package io.millrace.deploy.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {

    @Test
    void readsAPartitionWithBothEndsOrWithout() {
        assertThat(Stretch.parse("3:1000-2000")).isEqualTo(new Stretch(3, 1_000, 2_000));
        assertThat(Stretch.parse("3:1000-")).isEqualTo(new Stretch(3, 1_000, Long.MAX_VALUE));
        assertThat(Stretch.parse("3")).isEqualTo(new Stretch(3, 0, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0:", "0:5", "0:-5", "0:1-2-3", "-1:0-1", "0:0-99999999999999999999", "0: 1-2"})
    void refusesEveryOtherForm(String text) {
        assertThatThrownBy(() -> Stretch.parse(text))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("0:1000-2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:5-5", "0:6-5"})
    void refusesARangeOfNothing(String text) {
        assertThatThrownBy(() -> Stretch.parse(text)).hasMessage("The range %s is empty.".formatted(text));
    }
}
