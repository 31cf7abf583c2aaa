package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;

/**
 * Settings under {@code millrace.evaluator.retraining}.
 *
 * @param every kept records that make a new version of a dataset
 */
@ConfigurationProperties("millrace.evaluator.retraining")
record RetrainingConfig(
        @Bindable(defaultValue = "1000") @Positive int every) {}
