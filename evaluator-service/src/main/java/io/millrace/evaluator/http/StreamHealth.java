package io.millrace.evaluator.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.millrace.evaluator.monitor.DisabledEndpoints;
import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.EvaluatorStream.State;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.stage.StageThread;
import io.millrace.schemas.stage.WindowStage;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whether topology and dataset writer work now, for readiness, and whether they can recover by themselves, for liveness. */
@Factory
final class StreamHealth {

    @Singleton
    @Readiness
    HealthIndicator ready(
            EvaluatorStream stream,
            WindowStage<DatasetCut> datasets,
            WindowStage<Delivery> webhooks,
            WindowStage<TrainingResult> proposals,
            DisabledEndpoints disabled) {
        return () -> Publishers.just(result(
                "ready",
                stream.state() == State.RUNNING && datasets.state() == StageThread.State.RUNNING,
                details(stream, datasets, webhooks, proposals, disabled)));
    }

    @Singleton
    @Liveness
    HealthIndicator live(
            EvaluatorStream stream,
            WindowStage<DatasetCut> datasets,
            WindowStage<Delivery> webhooks,
            WindowStage<TrainingResult> proposals,
            DisabledEndpoints disabled) {
        return () -> Publishers.just(result(
                "live",
                stream.state() != State.FAILED
                        && datasets.state() != StageThread.State.FAILED
                        && webhooks.state() != StageThread.State.FAILED
                        && proposals.state() != StageThread.State.FAILED,
                details(stream, datasets, webhooks, proposals, disabled)));
    }

    /** An endpoint that is told nothing more is for somebody to look at, and leaves the service well. */
    private static Map<String, Object> details(
            EvaluatorStream stream,
            WindowStage<DatasetCut> datasets,
            WindowStage<Delivery> webhooks,
            WindowStage<TrainingResult> proposals,
            DisabledEndpoints disabled) {
        return Map.of(
                "topology", stream.state(),
                "datasets", datasets.state(),
                "webhooks", webhooks.state(),
                "proposals", proposals.state(),
                "disabledEndpoints", disabled.names());
    }

    private static HealthResult result(String name, boolean well, Map<String, Object> details) {
        return HealthResult.builder(name, well ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build();
    }
}
