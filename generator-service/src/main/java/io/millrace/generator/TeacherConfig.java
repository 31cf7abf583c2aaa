package io.millrace.generator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.model.ApiKey;
import io.millrace.schemas.model.Endpoint;
import io.millrace.schemas.model.Prices;
import io.millrace.schemas.model.Retries;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model that distillation asks, under {@code millrace.generator.teacher}; without a base URL it is the embedded apprentice.
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
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed,
        @Nullable Long inputPrice,
        @Nullable Long outputPrice,
        @Nullable String priceTableVersion) {

    Optional<Endpoint> endpoint() {
        if (baseUrl == null) {
            return Optional.empty();
        }
        if (model == null) {
            throw new IllegalArgumentException("millrace.generator.teacher.base-url is set, but no model");
        }
        return Optional.of(
                new Endpoint(baseUrl, model, ApiKey.find(apiKeyVariable, apiKeyFile), timeout, maxConcurrent));
    }

    Retries retries() {
        return new Retries(maxAttempts, firstPause, longestPause);
    }

    Sampling sampling() {
        return new Sampling(temperature, topP, maxTokens, seed);
    }

    Optional<Prices> prices() {
        if (inputPrice == null || outputPrice == null || priceTableVersion == null) {
            return Optional.empty();
        }
        return Optional.of(new Prices(inputPrice, outputPrice, priceTableVersion));
    }
}
