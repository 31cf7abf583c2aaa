package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.policy.Cap;
import io.millrace.evaluator.policy.Limits;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every dataset takes in, under {@code millrace.evaluator.limits}.
 *
 * @param nearDuplicates whether what is near to a kept record is dropped
 * @param nearDuplicateThreshold the similarity from which on it is
 * @param maxGenerationDepth the most steps from real data; none for any
 * @param maxSyntheticShare 1 for any
 * @param shareBase a share is taken of at least so many records
 * @param caps such as {@code domain/arithmetic=0.2}
 */
@ConfigurationProperties("millrace.evaluator.limits")
record LimitsConfig(
        @Bindable(defaultValue = "true") boolean nearDuplicates,

        @Bindable(defaultValue = "0.8") double nearDuplicateThreshold,

        @Nullable @PositiveOrZero Integer maxGenerationDepth,

        @Bindable(defaultValue = "1") double maxSyntheticShare,
        @Bindable(defaultValue = "1000") @Positive int shareBase,
        @Nullable List<String> caps) {

    Limits limits() {
        List<Cap> read =
                caps == null ? List.of() : caps.stream().map(Cap::parse).toList();
        return new Limits(nearDuplicates ? nearDuplicateThreshold : null, maxGenerationDepth, shareBase, read)
                .withSyntheticShare(maxSyntheticShare);
    }
}
