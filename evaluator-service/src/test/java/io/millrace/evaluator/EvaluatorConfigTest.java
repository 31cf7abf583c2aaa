package io.millrace.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorConfigTest {

    @Test
    void defaults() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(EvaluatorConfig.class))
                    .isEqualTo(new EvaluatorConfig(
                            Path.of(".millrace/state/evaluator"),
                            Path.of(".millrace/datasets"),
                            1,
                            Duration.ofMillis(200),
                            Duration.ofSeconds(10),
                            Duration.ofHours(1),
                            Duration.ofSeconds(2)));
            assertThat(context.getBean(RetrainingConfig.class)).isEqualTo(new RetrainingConfig(1_000, null));
            assertThat(context.getBean(SplitConfig.class)).isEqualTo(new SplitConfig(90, 5, 5));
        }
    }

    @Test
    void refusesATopologyWithoutThreads() {
        assertRefused("millrace.evaluator.threads", "0", "threads");
    }

    @Test
    void refusesVersionsOfNothing() {
        assertRefused("millrace.evaluator.retraining.every", "0", "every");
    }

    @Test
    void refusesNegativeShares() {
        assertRefused("millrace.evaluator.split.test", "-1", "test");
    }

    private static void assertRefused(String name, String value, String says) {
        assertThatThrownBy(() -> ApplicationContext.run(Map.of(name, value)))
                .rootCause()
                .hasMessageContaining(says);
    }
}
