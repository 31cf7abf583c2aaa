package io.millrace.evaluator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "gsm8k", "Team_A.maths-2", "7"})
    void acceptsWhatIsPlainlyAName(String name) {
        assertThat(new DatasetName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../up",
                "a/b",
                "a\\b",
                "/etc",
                ".staging-1",
                "-rf",
                "a b",
                "a\n",
                "a\0",
                "ü",
                "ａ",
                "a:b",
                "~",
                "%2e"
            })
    void refusesWhatCouldLeadElsewhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DatasetName(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000})
    void refusesWhatIsTooLong(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DatasetName("a".repeat(length)));
    }
}
