package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.model.Prices;
import io.millrace.schemas.model.Retries;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherConfigTest {

    private static final String URL = "https://models.example/v1";

    @Test
    void asksNoEndpointByDefault() {
        TeacherConfig config = config(Map.of());

        assertThat(config.endpoint()).isEmpty();
        assertThat(config.sampling()).isEqualTo(new Sampling(null, null, null, null));
        assertThat(config.prices()).isEmpty();
        assertThat(config.retries()).isEqualTo(new Retries(5, Duration.ofMillis(500), Duration.ofMinutes(1)));
    }

    @Test
    void describesAnEndpointByItsSettings() {
        TeacherConfig config = config(Map.of(
                "base-url", URL,
                "model", "large",
                "temperature", "0.7",
                "max-tokens", "512",
                "timeout", "30s",
                "input-price", "150000",
                "output-price", "600000",
                "price-table-version", "spring"));

        assertThat(config.endpoint()).hasValueSatisfying(endpoint -> {
            assertThat(endpoint.baseUrl()).isEqualTo(URI.create(URL));
            assertThat(endpoint.model()).isEqualTo("large");
            assertThat(endpoint.timeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(endpoint.key()).isEmpty();
        });
        assertThat(config.sampling()).isEqualTo(new Sampling(0.7, null, 512, null));
        assertThat(config.prices()).contains(new Prices(150_000, 600_000, "spring"));
    }

    @Test
    void readsTheKeyFromAFileAndNeverPrintsIt(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("key"), "sk-marker\n");

        TeacherConfig config = config(Map.of("base-url", URL, "model", "large", "api-key-file", file));

        assertThat(config.endpoint().orElseThrow().key()).isPresent();
        assertThat(config + " " + config.endpoint()).doesNotContain("sk-marker");
    }

    @Test
    void readsTheKeyFromTheEnvironmentVariableThatIsNamed() {
        TeacherConfig config = config(Map.of("base-url", URL, "model", "large", "api-key-variable", "HOME"));

        assertThat(config.endpoint().orElseThrow().key()).isPresent();
    }

    @Test
    void refusesAnEnvironmentVariableThatIsNotSet() {
        assertThatThrownBy(() -> config(Map.of("base-url", URL, "model", "large", "api-key-variable", "NOT_SET_HERE")))
                .hasRootCauseMessage("The environment variable NOT_SET_HERE is not set");
    }

    @Test
    void refusesAnEndpointWithoutAModel() {
        assertThatThrownBy(() -> config(Map.of("base-url", URL)))
                .hasRootCauseMessage("millrace.generator.teacher.base-url is set, but no model");
    }

    @Test
    void refusesAnEndpointThatMayNeverBeAsked() {
        assertThatThrownBy(() -> config(Map.of("max-attempts", "0")))
                .rootCause()
                .hasMessageContaining("maxAttempts - must be greater than 0");
    }

    private static TeacherConfig config(Map<String, Object> settings) {
        var properties = new HashMap<String, Object>();
        settings.forEach((name, value) -> properties.put("millrace.generator.teacher." + name, value));
        try (var context = ApplicationContext.run(properties)) {
            return context.getBean(TeacherConfig.class);
        }
    }
}
