package io.millrace.generator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Settings under {@code millrace.generator}.
 *
 * @param apprenticeMistakeRate the share of answers that the embedded apprentice gets wrong on purpose
 */
@ConfigurationProperties("millrace.generator")
record GeneratorConfig(
        @Bindable(defaultValue = "0.2") @DecimalMin("0") @DecimalMax("1")
        double apprenticeMistakeRate) {}
