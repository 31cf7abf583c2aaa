package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraBodyTest {

    @Test
    void holdsFieldsOfTheEndpointsOwn() {
        assertThat(new ExtraBody("{\"top_k\": 40}").fields().path("top_k").intValue())
                .isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "messages", "temperature", "seed", "stream", "n", "response_format"})
    void refusesAFieldThatEveryRequestSetsItself(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExtraBody("{\"top_k\": 40, \"%s\": 1}".formatted(name)))
                .withMessage("The extra body of a model must not hold " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{\"top_k\": 40", "{} {}", "{\"secret\": oops}"})
    void refusesWhatIsNoObjectWithoutQuotingIt(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExtraBody(json))
                .withMessage("The extra body of a model is not one JSON object")
                .withNoCause();
    }
}
