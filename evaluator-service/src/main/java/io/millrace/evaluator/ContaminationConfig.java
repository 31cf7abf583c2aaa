package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.contamination.LeakRule;
import io.millrace.evaluator.contamination.Watchlist;
import jakarta.validation.constraints.Positive;

/**
 * When a record leaks a benchmark, under {@code millrace.evaluator.contamination}.
 *
 * @param run so many shared words in a row are enough
 * @param coverage this share of an item's words in shared runs is enough
 * @param drop whether such a record is dropped, and not only noted
 * @param maxWords of all benchmarks together
 */
@ConfigurationProperties("millrace.evaluator.contamination")
record ContaminationConfig(
        @Bindable(defaultValue = "13") int run,
        @Bindable(defaultValue = "0.5") double coverage,
        @Bindable(defaultValue = "true") boolean drop,
        @Bindable(defaultValue = "4000000") @Positive int maxWords) {

    Watchlist watchlist() {
        return new Watchlist(new LeakRule(run, coverage), drop, maxWords);
    }
}
