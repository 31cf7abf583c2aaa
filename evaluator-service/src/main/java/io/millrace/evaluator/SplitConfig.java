package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.policy.SplitShares;
import jakarta.validation.constraints.PositiveOrZero;

/** How datasets are divided, in parts of the sum, under {@code millrace.evaluator.split}. */
@ConfigurationProperties("millrace.evaluator.split")
record SplitConfig(
        @Bindable(defaultValue = "90") @PositiveOrZero int train,
        @Bindable(defaultValue = "5") @PositiveOrZero int validation,
        @Bindable(defaultValue = "5") @PositiveOrZero int test) {

    SplitShares shares() {
        return new SplitShares(train, validation, test);
    }
}
