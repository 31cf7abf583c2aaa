package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.millrace.schemas.stage.StageSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {

    @Test
    void readsTheSettingsOfTheStageFromProperties() {
        StageSettings settings = settings(PropertySource.of(
                Map.of("millrace.kafka.bootstrap.servers", "broker:9092", "millrace.window.in-flight", "7")));

        assertThat(settings.kafka()).containsEntry("bootstrap.servers", "broker:9092");
        assertThat(settings.window().inFlight()).isEqualTo(7);
    }

    @Test
    void readsTheSettingsOfTheStageFromEnvironmentVariables() {
        StageSettings settings = settings(new Variables(
                Map.of("MILLRACE_KAFKA_BOOTSTRAP_SERVERS", "broker:9092", "MILLRACE_WINDOW_IN_FLIGHT", "7")));

        assertThat(settings.kafka()).containsEntry("bootstrap.servers", "broker:9092");
        assertThat(settings.window().inFlight()).isEqualTo(7);
    }

    @Test
    void refusesToStartWithASettingThatDoesNotFit() {
        assertThatThrownBy(() -> settings(PropertySource.of(Map.of("millrace.window.in-flight", "many"))))
                .hasStackTraceContaining("millrace.window.in-flight is 'many', which cannot be read");
    }

    private static StageSettings settings(PropertySource source) {
        try (var context = ApplicationContext.builder().propertySources(source).start()) {
            return context.getBean(StageSettings.class);
        }
    }
}
