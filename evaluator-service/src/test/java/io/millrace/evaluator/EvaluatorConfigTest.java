package io.millrace.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.evaluator.policy.Axis;
import io.millrace.evaluator.policy.Cap;
import io.millrace.evaluator.policy.Limits;
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
            assertThat(context.getBean(LimitsConfig.class))
                    .isEqualTo(new LimitsConfig(true, 0.8, null, 1, 1_000, null));
            assertThat(context.getBean(ReviewConfig.class)).isEqualTo(new ReviewConfig(0.01, 0.2));
            assertThat(context.getBean(GroupConfig.class)).isEqualTo(new GroupConfig(0.2, 0.8));
            assertThat(context.getBean(ContaminationConfig.class))
                    .isEqualTo(new ContaminationConfig(13, 0.5, true, 4_000_000));
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

    @Test
    void refusesToAskAboutMoreThanAll() {
        assertRefused("millrace.evaluator.review.kept-share", "1.5", "a share is between");
    }

    @Test
    void refusesASimilarityThatNothingHas() {
        assertRefused("millrace.evaluator.limits.near-duplicate-threshold", "1.5", "near duplicates begin");
    }

    @Test
    void refusesAPassRateThatNoGroupHas() {
        assertRefused("millrace.evaluator.groups.max-pass-rate", "1.5", "pass rates are between 0 and 1");
    }

    @Test
    void refusesRunsThatAreSharedByChance() {
        assertRefused("millrace.evaluator.contamination.run", "7", "a run has 8 to 1,000 words");
    }

    @Test
    void readsCapsAsTheyAreWritten() {
        var settings =
                Map.<String, Object>of("millrace.evaluator.limits.caps", "domain/knights-and_knaves=0.2, tag/*=1");
        try (var context = ApplicationContext.run(settings)) {
            assertThat(context.getBean(Limits.class).caps())
                    .containsExactly(new Cap(Axis.DOMAIN, "knights-and_knaves", 0.2), new Cap(Axis.TAG, "*", 1));
        }
    }

    private static void assertRefused(String name, String value, String says) {
        assertThatThrownBy(() -> ApplicationContext.run(Map.of(name, value)))
                .rootCause()
                .hasMessageContaining(says);
    }
}
