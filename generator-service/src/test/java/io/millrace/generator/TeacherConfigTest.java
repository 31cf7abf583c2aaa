package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.generator.llm.Range;
import io.millrace.generator.llm.SamplingRange;
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

        assertThat(config.config()).isEmpty();
    }

    @Test
    void describesAnEndpointByItsSettings() {
        ModelConfig config = alias(Map.of(
                "base-url", URL,
                "model", "large",
                "temperature", "0.7",
                "max-tokens", "512",
                "timeout", "30s",
                "input-price", "150000",
                "output-price", "600000",
                "price-table-version", "spring"));

        assertThat(config.alias()).isEqualTo("teacher");
        assertThat(config.endpoint().baseUrl()).isEqualTo(URI.create(URL));
        assertThat(config.endpoint().model()).isEqualTo("large");
        assertThat(config.endpoint().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.endpoint().key()).isEmpty();
        assertThat(config.retries()).isEqualTo(new Retries(5, Duration.ofMillis(500), Duration.ofMinutes(1)));
        assertThat(config.sampling()).isEqualTo(new SamplingRange(new Range(0.7, 0.7), null, 512, null));
        assertThat(config.prices()).contains(new Prices(150_000, 600_000, "spring"));
    }

    @Test
    void readsTheKeyFromAFileAndNeverPrintsIt(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("key"), "sk-marker\n");

        ModelConfig config = alias(Map.of("base-url", URL, "model", "large", "api-key-file", file));

        assertThat(config.endpoint().key()).isPresent();
        assertThat(config + " " + config.endpoint()).doesNotContain("sk-marker");
    }

    @Test
    void readsTheKeyFromTheEnvironmentVariableThatIsNamed() {
        ModelConfig config = alias(Map.of("base-url", URL, "model", "large", "api-key-variable", "HOME"));

        assertThat(config.endpoint().key()).isPresent();
    }

    @Test
    void refusesAnEnvironmentVariableThatIsNotSet() {
        assertThatThrownBy(() -> config(Map.of("base-url", URL, "model", "large", "api-key-variable", "NOT_SET_HERE")))
                .hasRootCauseMessage("The environment variable NOT_SET_HERE is not set");
    }

    @Test
    void refusesAnEndpointWithoutAModel() {
        assertThatThrownBy(() -> config(Map.of("base-url", URL)))
                .hasRootCauseMessage("The model with the alias teacher lacks a base URL or a name");
    }

    @Test
    void refusesAnEndpointThatMayNeverBeAsked() {
        assertThatThrownBy(() -> config(Map.of("max-attempts", "0")))
                .rootCause()
                .hasMessageContaining("maxAttempts - must be greater than 0");
    }

    private static ModelConfig alias(Map<String, Object> settings) {
        return config(settings).config().orElseThrow();
    }

    private static TeacherConfig config(Map<String, Object> settings) {
        var properties = new HashMap<String, Object>();
        settings.forEach((name, value) -> properties.put("millrace.generator.teacher." + name, value));
        try (var context = ApplicationContext.run(properties)) {
            return context.getBean(TeacherConfig.class);
        }
    }
}
