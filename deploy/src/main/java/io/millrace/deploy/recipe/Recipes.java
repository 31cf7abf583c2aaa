package io.millrace.deploy.recipe;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.holdout.HoldoutShelf;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.generator.recipe.Growth;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** The recipes of a factory, and how far each of them is. */
public final class Recipes {

    /** Said where one is asked for and there is none. */
    public static final String NONE = "There is no recipe yet; 'millrace submit recipe.yaml' brings one in.";

    private final Connection connection;

    public Recipes(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.RECIPES, Topic.RECIPE_PROGRESS, Topic.MATERIAL, Topic.PROPOSALS));
    }

    /** What each recipe says now, by name. */
    private SortedMap<String, Recipe> all() {
        return latest(Topic.RECIPES, Recipe::getName);
    }

    /** How far every recipe is, by name. */
    public List<RecipeStatus> statuses() {
        SortedMap<String, RecipeProgress> progress = latest(Topic.RECIPE_PROGRESS, RecipeProgress::getName);
        SortedMap<String, Proposal> proposals = latest(Topic.PROPOSALS, Proposal::getId);
        return all().values().stream()
                .map(recipe -> Growth.of(recipe, proposals.values()))
                .map(recipe -> RecipeStatus.of(recipe, progress.get(recipe.getName())))
                .toList();
    }

    /**
     * How far one recipe is.
     *
     * @throws OperatorException if there is none of that name
     */
    public RecipeStatus status(String name) {
        SortedMap<String, RecipeProgress> progress = latest(Topic.RECIPE_PROGRESS, RecipeProgress::getName);
        SortedMap<String, Proposal> proposals = latest(Topic.PROPOSALS, Proposal::getId);
        return RecipeStatus.of(Growth.of(named(name), proposals.values()), progress.get(name));
    }

    /**
     * What one recipe says now.
     *
     * @throws OperatorException if there is none of that name
     */
    private Recipe named(String name) {
        SortedMap<String, Recipe> all = all();
        Recipe recipe = all.get(name);
        if (recipe == null) {
            throw new OperatorException(
                    all.isEmpty()
                            ? NONE
                            : "There is no recipe of this name; there are %s."
                                    .formatted(String.join(", ", all.keySet())));
        }
        return recipe;
    }

    /** What one recipe says now, if there is one of that name. */
    public Optional<Recipe> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /**
     * Writes the next revision of a recipe.
     *
     * @throws OperatorException if there is none of that name, or it cannot be changed so
     */
    public Recipe revise(String name, UnaryOperator<Revision> change, Instant now) {
        Recipe next = change.apply(Revision.of(named(name))).at(now);
        put(next);
        return next;
    }

    /** Writes a recipe, in the place of the one before. */
    void put(Recipe recipe) {
        try (var feed = new Feed<>(connection, Topic.RECIPES)) {
            feed.send(recipe.getName(), recipe);
        }
    }

    /** Has material written and rows held out, and returns once all of it has arrived. */
    Stock store(Instant at, Function<PageSink, Stock> writer) {
        List<Seed> held = new ArrayList<>();
        Stock stock;
        try (var feed = new Feed<>(connection, Topic.MATERIAL)) {
            stock = writer.apply(new Warehouse(feed, held));
        }
        new HoldoutShelf(connection).hold(held, at);
        return stock;
    }

    /** Where the rows of a recipe that is taken go. */
    private record Warehouse(Feed<MaterialPage> feed, List<Seed> held) implements PageSink {

        @Override
        public CompletableFuture<MaterialPlace> put(String key, MaterialPage page) {
            return feed.place(key, page)
                    .thenApply(landing -> new MaterialPlace(
                            landing.partition(),
                            landing.offset(),
                            page.getRows().size()));
        }

        @Override
        public void hold(Seed row) {
            held.add(row);
        }
    }

    private <V extends SpecificRecord> SortedMap<String, V> latest(Topic<V> topic, Function<V, String> name) {
        var latest = new TreeMap<String, V>();
        try (var shelf = new Shelf<>(connection, topic)) {
            shelf.forEachRemaining(entry -> latest.put(name.apply(entry.value()), entry.value()));
        }
        return latest;
    }
}
