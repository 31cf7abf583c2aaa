package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratorConfigTest {

    @Test
    void letsTheApprenticeErrInOneAnswerOfFiveByDefault() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(GeneratorConfig.class)).isEqualTo(new GeneratorConfig(0.2, null));
        }
    }

    @Test
    void refusesAMistakeRateAboveOne() {
        assertThatThrownBy(() -> ApplicationContext.run(Map.of("millrace.generator.apprentice-mistake-rate", "1.5")))
                .rootCause()
                .hasMessageContaining("apprenticeMistakeRate - must be less than or equal to 1");
    }
}
