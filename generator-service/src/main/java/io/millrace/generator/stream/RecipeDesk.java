package io.millrace.generator.stream;

import io.millrace.generator.recipe.Arrival;
import io.millrace.generator.recipe.Growth;
import io.millrace.generator.recipe.Order;
import io.millrace.generator.recipe.Production;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.generator.recipe.Soundness;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All recipes at work, from what Kafka knows of them on. For one thread. */
final class RecipeDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecipeDesk.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration POSITION_INTERVAL = Duration.ofSeconds(5);
    private static final int MAX_ORDERS = 1_000;

    private final RecipeClients clients;
    private final RecipeCodec codec;
    private final SeedMaker seeds;
    private final RecipeMeters meters;
    private final InstantSource clock;
    private final Map<String, RecipeProgress> earlier = new HashMap<>();
    private final Map<String, Production> productions = new HashMap<>();
    private final Map<String, Recipe> recipes = new HashMap<>();
    private final Map<String, Proposal> proposals = new HashMap<>();
    private final Map<String, RecipePhase> phases = new HashMap<>();
    private final Set<Production> changed = new LinkedHashSet<>();
    private long committedAt = System.nanoTime();

    RecipeDesk(RecipeClients clients, RecipeCodec codec, SeedMaker seeds, RecipeMeters meters, InstantSource clock) {
        this.clients = clients;
        this.codec = codec;
        this.seeds = seeds;
        this.meters = meters;
        this.clock = clock;
    }

    /** Takes over from whoever was at this desk before. */
    void begin() {
        earlier.putAll(clients.begin());
    }

    /** Takes new recipes and new revisions of those that are at work. */
    void follow(ConsumerRecords<byte[], byte[]> changes) {
        changes.forEach(change -> recipe(change).ifPresent(this::follow));
    }

    /** Whether there is a recipe at all. Without one, nothing that arrives concerns anybody, and none of it need be read. */
    boolean busy() {
        return !productions.isEmpty();
    }

    /** Counts what has arrived and orders what follows from it. Only once all recipes are known. */
    void work() {
        clients.proposals().forEach(this::grow);
        for (Arrival arrival : clients.arrivals(WAIT)) {
            Production production = productions.get(arrival.place().getRecipe());
            if (production != null) {
                production.add(arrival);
                changed.add(production);
            }
        }
        List<Seed> made = order();
        boolean late = System.nanoTime() - committedAt >= POSITION_INTERVAL.toNanos();
        if (!changed.isEmpty() || late) {
            commit(made);
        }
    }

    private void grow(Proposal proposal) {
        proposals.put(proposal.getId(), proposal);
        Recipe recipe = recipes.get(proposal.getRecipe());
        if (recipe != null) {
            follow(recipe);
        }
    }

    /** Follows a recipe as it is written, with all that was proposed to it. */
    private void follow(Recipe written) {
        recipes.put(written.getName(), written);
        Recipe recipe = Growth.of(written, proposals.values());
        Production production = productions.get(recipe.getName());
        if (production == null) {
            production = new Production(recipe, earlier.get(recipe.getName()), clock.instant());
            productions.put(recipe.getName(), production);
        } else {
            production.follow(recipe);
        }
        changed.add(production);
    }

    private Optional<Recipe> recipe(ConsumerRecord<byte[], byte[]> change) {
        Optional<Recipe> recipe = decoded(change).filter(Soundness::of);
        if (recipe.isEmpty() && change.value() != null) {
            LOG.atWarn().addKeyValue("offset", change.offset()).log("not a sound recipe; it is not followed");
        }
        return recipe;
    }

    private Optional<Recipe> decoded(ConsumerRecord<byte[], byte[]> change) {
        try {
            return Optional.ofNullable(change.value()).map(codec.recipes::decode);
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    private List<Seed> order() {
        List<Seed> made = new ArrayList<>();
        for (Production production : productions.values()) {
            for (Order order : production.orders(MAX_ORDERS)) {
                seeds.seed(production.recipe(), order, clients::row, clock.instant())
                        .ifPresentOrElse(made::add, () -> production.cancel(order));
                changed.add(production);
            }
        }
        return made;
    }

    private void commit(List<Seed> made) {
        Instant now = clock.instant();
        List<RecipeProgress> progress =
                changed.stream().map(production -> production.progress(now)).toList();
        clients.commit(made, progress);
        changed.clear();
        committedAt = System.nanoTime();
        progress.forEach(recipe -> phases.put(recipe.getName(), recipe.getPhase()));
        meters.show(phases.values());
    }

    @Override
    public void close() {
        meters.show(List.of());
        clients.close();
    }
}
