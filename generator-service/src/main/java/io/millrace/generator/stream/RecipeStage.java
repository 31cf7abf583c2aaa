package io.millrace.generator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Preparation;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.StageThread;
import io.millrace.schemas.wire.SchemaIds;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Makes the seeds that recipes ask for. Of all processes of the generator one does, and another takes over where it ends. Seeds, the
 * recipes' progress and the position in what has become of earlier seeds are written in one transaction.
 */
public final class RecipeStage implements AutoCloseable {

    /** Names the group and the transactions of whoever follows recipes. */
    static final String NAME = "millrace-recipes";

    private static final List<Topic<?>> OWN =
            List.of(Topic.RECIPES, Topic.RECIPE_PROGRESS, Topic.MATERIAL, Topic.PROPOSALS, Topic.SEEDS);

    private final StageSettings settings;
    private final RecipeCodec codec;
    private final SeedMaker seeds;
    private final InstantSource clock;
    private final RecipeMeters meters;
    private final StageThread thread = new StageThread("recipes", this::work);

    public RecipeStage(
            StageSettings settings, SchemaIds ids, SeedMaker seeds, MeterRegistry registry, InstantSource clock) {
        this.settings = settings;
        this.codec = new RecipeCodec(ids);
        this.seeds = seeds;
        this.clock = clock;
        this.meters = new RecipeMeters(registry);
    }

    public void start() {
        thread.start();
    }

    public StageThread.State state() {
        return thread.state();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void work(CountDownLatch stop, Runnable onRunning) {
        Preparation.topics(settings, Stream.concat(OWN.stream().map(Topic::name), RecipeCodec.ARRIVALS.stream()));
        codec.register();
        try (var session = new RecipeSession(settings, this::desk)) {
            session.run(stop, onRunning);
        }
    }

    private RecipeDesk desk() {
        return new RecipeDesk(new RecipeClients(settings, codec), codec, seeds, meters, clock);
    }
}
