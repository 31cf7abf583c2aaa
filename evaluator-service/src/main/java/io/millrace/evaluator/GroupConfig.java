package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.group.Comparison;

/**
 * How the candidates of a seed are compared, under {@code millrace.evaluator.groups}.
 *
 * @param minPassRate preference pairs are made of groups from this pass rate on
 * @param maxPassRate and up to this one
 */
@ConfigurationProperties("millrace.evaluator.groups")
record GroupConfig(
        @Bindable(defaultValue = "0.2") double minPassRate,
        @Bindable(defaultValue = "0.8") double maxPassRate) {

    Comparison comparison() {
        return new Comparison(minPassRate, maxPassRate);
    }
}
