package io.millrace.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.verifier.math.NumericPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifierConfigTest {

    @Test
    void toleratesCommonUnitsAndPercentagesEitherWayByDefault() {
        assertThat(policy(Map.of())).isEqualTo(NumericPolicy.standard());
    }

    @Test
    void takesAPolicyFromItsSettings() {
        Map<String, Object> settings =
                Map.of("millrace.verifier.percent", "strict", "millrace.verifier.units", List.of("apple apples"));

        assertThat(policy(settings))
                .isEqualTo(new NumericPolicy(NumericPolicy.Percent.STRICT, List.of("apple apples")));
    }

    @Test
    void refusesAPercentPolicyThatDoesNotExist() {
        assertThatThrownBy(() -> policy(Map.of("millrace.verifier.percent", "loose")))
                .hasMessageContaining("percent");
    }

    @Test
    void refusesToRunNoProgramAtAll() {
        assertThatThrownBy(() -> policy(Map.of("millrace.verifier.code-slots", 0)))
                .hasMessageContaining("codeSlots");
    }

    private static NumericPolicy policy(Map<String, Object> settings) {
        try (var context = ApplicationContext.run(settings)) {
            return context.getBean(VerifierConfig.class).numericPolicy();
        }
    }
}
