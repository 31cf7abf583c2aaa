package io.millrace.generator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model with the alias "teacher", under {@code millrace.generator.teacher}; there is none without a base URL.
 *
 * @param apiKeyVariable the environment variable that holds the key, which itself is never a setting
 * @param inputPrice millionths of a US dollar per million tokens
 */
@ConfigurationProperties("millrace.generator.teacher")
record TeacherConfig(
        @Nullable URI baseUrl,
        @Nullable String model,
        @Nullable String apiKeyVariable,
        @Nullable Path apiKeyFile,
        @Bindable(defaultValue = "2m") Duration timeout,
        @Bindable(defaultValue = "8") @Positive int maxConcurrent,
        @Bindable(defaultValue = "5") @Positive int maxAttempts,
        @Bindable(defaultValue = "500ms") Duration firstPause,
        @Bindable(defaultValue = "1m") Duration longestPause,
        @Nullable String temperature,
        @Nullable String topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed,
        @Nullable Long inputPrice,
        @Nullable Long outputPrice,
        @Nullable String priceTableVersion) {

    private static final String ALIAS = "teacher";

    Optional<ModelConfig> config() {
        return Optional.ofNullable(baseUrl)
                .map(url -> new ModelConfig(
                        ALIAS,
                        url,
                        model,
                        apiKeyVariable,
                        apiKeyFile,
                        timeout,
                        maxConcurrent,
                        null,
                        null,
                        maxAttempts,
                        firstPause,
                        longestPause,
                        temperature,
                        topP,
                        maxTokens,
                        seed,
                        "{}",
                        inputPrice,
                        outputPrice,
                        priceTableVersion,
                        1));
    }
}
