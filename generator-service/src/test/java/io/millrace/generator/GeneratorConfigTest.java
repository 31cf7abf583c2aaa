package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.DependencyInjectionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratorConfigTest {

    @Test
    void letsTheApprenticeErrInOneAnswerOfFiveByDefault() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(GeneratorConfig.class)).isEqualTo(new GeneratorConfig(0.2));
        }
    }

    @Test
    void refusesAMistakeRateAboveOne() {
        try (var context = ApplicationContext.run(Map.of("millrace.generator.apprentice-mistake-rate", "1.5"))) {
            assertThatThrownBy(() -> context.getBean(GeneratorConfig.class))
                    .isInstanceOf(DependencyInjectionException.class)
                    .hasMessageContaining("apprenticeMistakeRate");
        }
    }
}
