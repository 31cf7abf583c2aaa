package io.millrace.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionSpanTest {

    @Test
    void isOneVersionOrAllBetweenTwo() {
        assertThat(VersionSpan.parse("3")).isEqualTo(new VersionSpan(3, 3));
        assertThat(VersionSpan.parse("2..5")).isEqualTo(new VersionSpan(2, 5));
        assertThat(VersionSpan.parse("2..5").includes(5)).isTrue();
        assertThat(VersionSpan.parse("2..5").includes(6)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2..", "..5", "2...5", "2-5", "5..2", "1..99999999999", " 1", "v1"})
    void refusesEveryOtherForm(String text) {
        assertThatThrownBy(() -> VersionSpan.parse(text)).isInstanceOf(OperatorException.class);
    }
}
