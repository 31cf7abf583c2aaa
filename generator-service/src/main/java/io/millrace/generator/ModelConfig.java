package io.millrace.generator;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.generator.llm.Range;
import io.millrace.generator.llm.SamplingRange;
import io.millrace.schemas.model.ApiKey;
import io.millrace.schemas.model.Endpoint;
import io.millrace.schemas.model.ExtraBody;
import io.millrace.schemas.model.Limits;
import io.millrace.schemas.model.Prices;
import io.millrace.schemas.model.Retries;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an endpoint, under {@code millrace.generator.models} and its alias.
 *
 * @param apiKeyVariable the environment variable that holds the key, which itself is never a setting
 * @param temperature a number, or a range such as "0.2..0.9"
 * @param topP a number, or a range
 * @param extraBody a JSON object of fields that the endpoint understands beyond the usual
 * @param inputPrice millionths of a US dollar per million tokens
 * @param weight how often it is drawn, compared with the others, where a seed names no model
 */
@EachProperty("millrace.generator.models")
record ModelConfig(
        @Parameter String alias,
        @Nullable URI baseUrl,
        @Nullable String model,
        @Nullable String apiKeyVariable,
        @Nullable Path apiKeyFile,
        @Bindable(defaultValue = "2m") Duration timeout,
        @Bindable(defaultValue = "8") @Positive int maxConcurrent,
        @Nullable @Positive Integer requestsPerMinute,
        @Nullable @Positive Integer tokensPerMinute,
        @Bindable(defaultValue = "5") @Positive int maxAttempts,
        @Bindable(defaultValue = "500ms") Duration firstPause,
        @Bindable(defaultValue = "1m") Duration longestPause,
        @Nullable String temperature,
        @Nullable String topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed,
        @Bindable(defaultValue = "{}") String extraBody,
        @Nullable Long inputPrice,
        @Nullable Long outputPrice,
        @Nullable String priceTableVersion,
        @Bindable(defaultValue = "1") @PositiveOrZero int weight) {

    Endpoint endpoint() {
        if (baseUrl == null || model == null) {
            throw new IllegalArgumentException(
                    "The model with the alias %s lacks a base URL or a name".formatted(alias));
        }
        var limits = Limits.of(maxConcurrent, requestsPerMinute, tokensPerMinute);
        var key = ApiKey.find(apiKeyVariable, apiKeyFile);
        return new Endpoint(baseUrl, model, key, timeout, limits, new ExtraBody(extraBody));
    }

    Retries retries() {
        return new Retries(maxAttempts, firstPause, longestPause);
    }

    SamplingRange sampling() {
        return new SamplingRange(range(temperature), range(topP), maxTokens, seed);
    }

    Optional<Prices> prices() {
        if (inputPrice == null || outputPrice == null || priceTableVersion == null) {
            return Optional.empty();
        }
        return Optional.of(new Prices(inputPrice, outputPrice, priceTableVersion));
    }

    private static @Nullable Range range(@Nullable String text) {
        return text == null ? null : Range.parse(text);
    }
}
