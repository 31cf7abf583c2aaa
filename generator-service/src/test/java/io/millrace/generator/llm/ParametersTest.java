package io.millrace.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.TestSeeds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void readsWhatIsGiven() {
        var given = of(Map.of("topic", "mills", "count", "7", "band", "0.25", "kind", "b"));

        assertThat(given.text("topic", 5)).isEqualTo("mills");
        assertThat(given.number("count", 1, 1, 7)).isEqualTo(7);
        assertThat(given.share("band", 0)).isEqualTo(0.25);
        assertThat(given.choice("kind", List.of("a", "b"))).contains("b");
    }

    @Test
    void takesWhatIsUsualForWhatIsMissing() {
        var none = of(Map.of());

        assertThat(none.optionalText("topic", 5)).isEmpty();
        assertThat(none.number("count", 3, 1, 7)).isEqualTo(3);
        assertThat(none.share("band", 0.5)).isEqualTo(0.5);
        assertThat(none.choice("kind", List.of("a", "b"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "8", "-1", "seven", "1e1", "7.0", "99999999999999999999", "٧"})
    void refusesANumberOutOfItsRange(String text) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> of(Map.of("count", text)).number("count", 3, 1, 7))
                .withMessage("parameter count must be a whole number from 1 to 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0.1", "1.1", "NaN", "0x1p-2", "1e-1", ".5"})
    void refusesAShareOutOfItsRange(String text) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> of(Map.of("band", text)).share("band", 0))
                .withMessage("parameter band must be a decimal number from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "windmills"})
    void refusesATextThatIsBlankOrTooLongWithoutQuotingIt(String text) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> of(Map.of("topic", text)).text("topic", 5))
                .withMessage("parameter topic must be a text of 1 to 5 characters");
    }

    @Test
    void refusesWhatIsMissingNoOptionOrUnknown() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> of(Map.of()).text("topic", 5))
                .withMessage("parameter topic must be a text of 1 to 5 characters");
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> of(Map.of("kind", "c")).choice("kind", List.of("a", "b")))
                .withMessage("parameter kind must be one of [a, b]");
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> of(Map.of("topics", "mills")))
                .withMessage(
                        "there is a parameter that the strategy does not know; it knows [band, count, kind, model, topic]");
    }

    private static Parameters of(Map<String, String> parameters) {
        var call = new StrategyCall("test", parameters);
        return Parameters.of(
                TestSeeds.seed(TestSeeds.math()).setStrategy(call).build(), "topic", "count", "band", "kind");
    }
}
