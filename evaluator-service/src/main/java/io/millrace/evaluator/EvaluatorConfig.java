package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.stream.RateWindows;
import io.millrace.evaluator.stream.StreamProperties;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings under {@code millrace.evaluator}.
 *
 * @param stateDir where stores are kept; what is lost there is restored from Kafka
 * @param datasetDir where versions of datasets are written
 * @param threads how many tasks of the topology run at once
 * @param commitInterval how long results wait for others to share a transaction with
 * @param rateWindow the windows of time in which records are counted
 * @param rateRetention how long the count of a window is kept
 * @param lagInterval how often the lag of every stage is looked up
 */
@ConfigurationProperties("millrace.evaluator")
record EvaluatorConfig(
        @Bindable(defaultValue = ".millrace/state/evaluator")
        Path stateDir,

        @Bindable(defaultValue = ".millrace/datasets") Path datasetDir,

        @Bindable(defaultValue = "1") @Positive int threads,
        @Bindable(defaultValue = "200ms") Duration commitInterval,
        @Bindable(defaultValue = "10s") Duration rateWindow,
        @Bindable(defaultValue = "1h") Duration rateRetention,
        @Bindable(defaultValue = "2s") Duration lagInterval) {

    StreamProperties stream() {
        return new StreamProperties(stateDir, threads, commitInterval);
    }

    RateWindows windows() {
        return new RateWindows(rateWindow, rateRetention);
    }
}
