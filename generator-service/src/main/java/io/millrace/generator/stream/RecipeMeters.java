package io.millrace.generator.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.RecipePhase;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts recipes by phase, in the process that follows them. */
final class RecipeMeters {

    private final Map<RecipePhase, AtomicInteger> recipes = new EnumMap<>(RecipePhase.class);

    RecipeMeters(MeterRegistry registry) {
        for (RecipePhase phase : RecipePhase.values()) {
            var count = new AtomicInteger();
            recipes.put(phase, count);
            // A registry forgets what nobody else holds, and the meters outlive the stage.
            Gauge.builder(Metrics.RECIPES, count, AtomicInteger::get)
                    .tag("phase", phase.name())
                    .strongReference(true)
                    .register(registry);
        }
    }

    void show(Collection<RecipePhase> phases) {
        recipes.forEach((phase, count) ->
                count.set((int) phases.stream().filter(phase::equals).count()));
    }
}
