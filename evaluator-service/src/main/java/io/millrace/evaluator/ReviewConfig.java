package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.review.Sampling;

/**
 * Which records people are asked about, under {@code millrace.evaluator.review}.
 *
 * @param keptShare of the kept records; all that could not be decided on are asked about in any case
 * @param pairShare of these, the part on which two people must agree
 */
@ConfigurationProperties("millrace.evaluator.review")
record ReviewConfig(
        @Bindable(defaultValue = "0.01") double keptShare,
        @Bindable(defaultValue = "0.2") double pairShare) {

    Sampling sampling() {
        return new Sampling(keptShare, pairShare);
    }
}
