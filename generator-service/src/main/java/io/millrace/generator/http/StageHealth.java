package io.millrace.generator.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.millrace.generator.stream.HoldoutStage;
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
    HealthIndicator ready(WindowStage<?> stage, RecipeStage recipes, HoldoutStage holdouts) {
        return () -> Publishers.just(result("ready", State.RUNNING::equals, states(stage, recipes, holdouts)));
    }

    @Singleton
    @Liveness
    HealthIndicator live(WindowStage<?> stage, RecipeStage recipes, HoldoutStage holdouts) {
        return () -> Publishers.just(result("live", state -> state != State.FAILED, states(stage, recipes, holdouts)));
    }

    private static Map<String, State> states(WindowStage<?> stage, RecipeStage recipes, HoldoutStage holdouts) {
        return Map.of("stage", stage.state(), "recipes", recipes.state(), "holdouts", holdouts.state());
    }

    private static HealthResult result(String name, Predicate<State> well, Map<String, State> states) {
        boolean up = states.values().stream().allMatch(well);
        return HealthResult.builder(name, up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(states)
                .build();
    }
}
