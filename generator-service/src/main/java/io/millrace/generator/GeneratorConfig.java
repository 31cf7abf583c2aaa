package io.millrace.generator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings under {@code millrace.generator}.
 *
 * @param apprenticeMistakeRate the share of answers that the embedded apprentice gets wrong on purpose
 * @param cacheDirectory where the answers of endpoints are kept; nowhere without it
 */
@ConfigurationProperties("millrace.generator")
record GeneratorConfig(
        @Bindable(defaultValue = "0.2") @DecimalMin("0") @DecimalMax("1")
        double apprenticeMistakeRate,

        @Nullable Path cacheDirectory) {}
