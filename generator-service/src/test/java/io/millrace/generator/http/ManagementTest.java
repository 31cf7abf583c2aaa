package io.millrace.generator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The service as operators see it, with a stage that has not been started. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementTest implements TestPropertyProvider {

    private final Visitor visitor = Visitor.atFreePort();

    @Override
    public Map<String, String> getProperties() {
        return visitor.ports();
    }

    @Test
    void isAliveBeforeTheStageRunsButNotReady() throws Exception {
        assertThat(visitor.status("/health/liveness")).isEqualTo(200);
        assertThat(visitor.status("/health/readiness")).isEqualTo(503);
        assertThat(visitor.get("/health/readiness").body()).contains("STARTING");
    }

    @Test
    void showsEveryCounterFromTheStart() throws Exception {
        assertThat(visitor.get("/prometheus").body())
                .contains("jvm_memory_used_bytes")
                .contains("millrace_stage_dead_letters_total{stage=\"generator\"} 0.0")
                .contains("millrace_generator_samples_total{outcome=\"failed\",strategy=\"distillation\"} 0.0")
                .contains("millrace_generator_samples_total{outcome=\"made\",strategy=\"rule\"} 0.0")
                .contains("millrace_model_calls_total{model=\"apprentice\",outcome=\"answered\"} 0.0")
                .contains("millrace_model_tokens_total{direction=\"output\",model=\"apprentice\"} 0.0")
                .contains("millrace_model_cost_micros_total{model=\"apprentice\"} 0.0");
    }

    @Test
    void showsNoOtherEndpoint() throws Exception {
        assertThat(visitor.status("/env")).isEqualTo(404);
        assertThat(visitor.status("/beans")).isEqualTo(404);
    }
}
