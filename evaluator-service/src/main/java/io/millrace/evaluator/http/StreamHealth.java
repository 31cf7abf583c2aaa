package io.millrace.evaluator.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.EvaluatorStream.State;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whether the topology works now, for readiness, and whether it can still recover by itself, for liveness. */
@Factory
final class StreamHealth {

    @Singleton
    @Readiness
    HealthIndicator ready(EvaluatorStream stream) {
        return () -> Publishers.just(result("ready", stream.state() == State.RUNNING, stream.state()));
    }

    @Singleton
    @Liveness
    HealthIndicator live(EvaluatorStream stream) {
        return () -> Publishers.just(result("live", stream.state() != State.FAILED, stream.state()));
    }

    private static HealthResult result(String name, boolean well, State state) {
        return HealthResult.builder(name, well ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("stage", state))
                .build();
    }
}
