package io.millrace.generator.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.millrace.generator.stream.RecipeStage;
import io.millrace.schemas.stage.StageThread.State;
import io.millrace.schemas.stage.WindowStage;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Predicate;

/** Whether the stages work now, for readiness, and whether they can still recover by themselves, for liveness. */
@Factory
final class StageHealth {

    @Singleton
    @Readiness
    HealthIndicator ready(WindowStage<?> stage, RecipeStage recipes) {
        return () -> Publishers.just(result("ready", State.RUNNING::equals, stage.state(), recipes.state()));
    }

    @Singleton
    @Liveness
    HealthIndicator live(WindowStage<?> stage, RecipeStage recipes) {
        return () -> Publishers.just(result("live", state -> state != State.FAILED, stage.state(), recipes.state()));
    }

    private static HealthResult result(String name, Predicate<State> well, State stage, State recipes) {
        boolean up = well.test(stage) && well.test(recipes);
        return HealthResult.builder(name, up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("stage", stage, "recipes", recipes))
                .build();
    }
}
