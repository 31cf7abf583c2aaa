package io.millrace.generator.recipe;

import io.millrace.schemas.ContentHash;
import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.RngKey;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the seed of an order. The same order gives the same seed, but for its time. */
public final class SeedMaker {

    private final Producer producer;

    public SeedMaker(Producer producer) {
        this.producer = producer;
    }

    /** Finds rows of material. */
    @FunctionalInterface
    public interface Rows {

        /** One row of a recipe's own material, unless it is gone. */
        Optional<Seed> row(String recipe, RowPlace place);
    }

    /** The seed; none where the item was to be taken from material that is gone. */
    public Optional<Seed> seed(Recipe recipe, Order order, Rows rows, Instant now) {
        if (order.supply().getMaterial().isEmpty()) {
            return Optional.of(seed(recipe, order, now));
        }
        RowPlace place = RowPlace.of(order.supply().getMaterial(), order.item());
        return rows.row(recipe.getName(), place).map(row -> seed(recipe, order, row, place.pass()));
    }

    private Seed seed(Recipe recipe, Order order, Instant now) {
        Supply supply = order.supply();
        StrategyCall strategy = strategy(supply, order.item());
        String name = "%s/%s/%d".formatted(order.cell().getName(), supply.getName(), order.item());
        Seed.Builder seed = Seed.newBuilder()
                .setSource(supply.getSource())
                .setDomain(supply.getDomain())
                .setDifficulty(supply.getDifficulty())
                .setLanguage(supply.getLanguage())
                .setProvenance(provenance(strategy + name, supply.getSource(), now));
        return placed(seed, recipe, order, name, strategy);
    }

    private static Seed seed(Recipe recipe, Order order, Seed row, long pass) {
        String name = "%s/%s".formatted(order.supply().getName(), row.getId()) + (pass == 0 ? "" : "#" + pass);
        return placed(Seed.newBuilder(row), recipe, order, name, order.supply().getStrategy());
    }

    private static Seed placed(Seed.Builder seed, Recipe recipe, Order order, String name, StrategyCall strategy) {
        String id = recipe.getName() + "/" + name;
        String cell = order.cell().getName();
        return seed.setId(id)
                .setSubmission(recipe.getSubmission())
                .setDataset(recipe.getDataset())
                .setStrategy(strategy)
                .setSamples(order.samples())
                .setRngKey(RngKey.of(id))
                .setBudget(order.supply().getSeedBudget())
                .setChecks(recipe.getChecks())
                .setRecipe(
                        new RecipePlace(recipe.getName(), cell, order.supply().getName(), recipe.getHash()))
                .build();
    }

    /** An item of a family is named by parameters. */
    private static StrategyCall strategy(Supply supply, long item) {
        FamilyItems items = supply.getFamily();
        if (items == null) {
            return supply.getStrategy();
        }
        Map<String, String> parameters = new HashMap<>(supply.getStrategy().getParameters());
        parameters.put("family", items.getFamily());
        parameters.put("level", Integer.toString(items.getLevel()));
        parameters.put("index", Long.toString(items.getFirst() + item * items.getStep()));
        return new StrategyCall(supply.getStrategy().getName(), parameters);
    }

    private Provenance provenance(String content, Source source, Instant now) {
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of(content))
                .setParentIds(List.of())
                .setProducer(producer)
                .setCreatedAt(now)
                .setLicence(source.getLicence())
                .setSynthetic(!source.getReal())
                .setGenerationDepth(source.getReal() ? 0 : 1)
                .build();
    }
}
