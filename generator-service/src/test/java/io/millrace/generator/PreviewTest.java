package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.TestSeeds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final Map<String, String> ITEM = Map.of("family", "arithmetic", "level", "1", "index", "3");

    @Test
    void tellsWhatTheModelWasAskedAndWhatBecameOfItsAnswer() throws InterruptedException {
        try (Preview preview = Preview.open(Map.of("millrace.generator.apprentice-mistake-rate", "0"))) {
            Preview.Glimpse glimpse =
                    preview.of(seed("distillation").setSamples(2).build());

            assertThat(glimpse.samples())
                    .hasSize(2)
                    .allSatisfy(sample -> assertThat(sample).isInstanceOf(Sample.Made.class));
            assertThat(glimpse.exchanges()).hasSize(2).allSatisfy(exchange -> {
                assertThat(exchange.request().messages()).isNotEmpty();
                assertThat(exchange.completion().model().getRequested()).isEqualTo("apprentice");
            });
        }
    }

    @Test
    void asksNoModelWhereARuleAnswers() throws InterruptedException {
        try (Preview preview = Preview.open(Map.of())) {
            assertThat(preview.of(seed("rule").build()).exchanges()).isEmpty();
        }
    }

    @Test
    void refusesASeedOfAnUnknownStrategy() {
        try (Preview preview = Preview.open(Map.of())) {
            assertThatThrownBy(() -> preview.of(seed("guessing").build()))
                    .isInstanceOf(UnusableSeedException.class)
                    .hasMessageContaining("\"guessing\"")
                    .hasMessageContaining("distillation");
        }
    }

    private static Seed.Builder seed(String strategy) {
        return TestSeeds.seed(TestSeeds.math()).setTask(null).setStrategy(new StrategyCall(strategy, ITEM));
    }
}
