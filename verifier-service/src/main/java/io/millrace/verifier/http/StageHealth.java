package io.millrace.verifier.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.millrace.schemas.stage.StageThread.State;
import io.millrace.schemas.stage.WindowStage;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whether the stage works now, for readiness, and whether it can still recover by itself, for liveness. */
@Factory
final class StageHealth {

    @Singleton
    @Readiness
    HealthIndicator ready(WindowStage<?> stage) {
        return () -> Publishers.just(result("ready", stage.state() == State.RUNNING, stage.state()));
    }

    @Singleton
    @Liveness
    HealthIndicator live(WindowStage<?> stage) {
        return () -> Publishers.just(result("live", stage.state() != State.FAILED, stage.state()));
    }

    private static HealthResult result(String name, boolean well, State state) {
        return HealthResult.builder(name, well ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("stage", state))
                .build();
    }
}
