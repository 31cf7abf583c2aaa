package io.millrace.generator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
            registry.gauge(Metrics.RECIPES, Tags.of("phase", phase.name()), count);
        }
    }

    void show(Collection<RecipePhase> phases) {
        recipes.forEach((phase, count) ->
                count.set((int) phases.stream().filter(phase::equals).count()));
    }
}
