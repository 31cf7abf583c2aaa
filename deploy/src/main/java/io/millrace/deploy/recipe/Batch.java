package io.millrace.deploy.recipe;

import io.millrace.generator.recipe.Order;
import io.millrace.generator.recipe.Production;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.schemas.Build;
import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Supply;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A recipe that asks for a number of seeds of rule families, all of which are made here and at once. */
public final class Batch {

    private static final int ORDERS_AT_ONCE = 1_000;

    private final Recipe recipe;

    Batch(Recipe recipe) {
        this.recipe = recipe;
    }

    /** Says what of a plan cannot be made at once. */
    static void check(Plan plan, Problems problems) {
        if (plan.target().goal() != RecipeGoal.SEEDS) {
            problems.add(plan.line(), "what is made at once needs the target seeds");
        }
        if (plan.sources().values().stream().anyMatch(origin -> origin instanceof Origin.OfRows)) {
            problems.add(plan.line(), "what is made at once draws on rule families only");
        }
    }

    /** The same mixture with another number of seeds. */
    public Batch scaledTo(long seeds) {
        return new Batch(Revision.of(recipe).target(seeds).at(recipe.getChangedAt()));
    }

    /** The same mixture of other items, which follow from the key. */
    public Batch shifted(long key) {
        return new Batch(Recipe.newBuilder(recipe)
                .setCells(recipe.getCells().stream()
                        .map(cell -> supplied(cell, supply -> shifted(supply, cell.getTarget(), key)))
                        .toList())
                .build());
    }

    private static RecipeCell supplied(RecipeCell cell, UnaryOperator<Supply> change) {
        return RecipeCell.newBuilder(cell)
                .setSupplies(cell.getSupplies().stream().map(change).toList())
                .build();
    }

    /** Leaves so many items out at the beginning that what is needed remains. */
    private static Supply shifted(Supply supply, long needed, long key) {
        FamilyItems family = supply.getFamily();
        Long items = supply.getItems();
        if (family == null || items == null) {
            return supply;
        }
        long leftOut = Math.floorMod(key, Math.max(0, items - needed) + 1);
        return Supply.newBuilder(supply)
                .setFamily(FamilyItems.newBuilder(family)
                        .setFirst(family.getFirst() + leftOut * family.getStep())
                        .build())
                .setItems(items - leftOut)
                .build();
    }

    /** All seeds, the supplies taking turns by their weights; fewer than asked for where items run out. */
    public Stream<Seed> seeds() {
        var maker = new SeedMaker(Build.current().producer("millrace", recipe.getHash()));
        var production = new Production(
                Recipe.newBuilder(recipe).setMaxInFlight(Integer.MAX_VALUE).build(), null, recipe.getChangedAt());
        return Stream.generate(() -> production.orders(ORDERS_AT_ONCE))
                .takeWhile(orders -> !orders.isEmpty())
                .flatMap(List::stream)
                .flatMap(order -> seed(maker, order).stream());
    }

    private Optional<Seed> seed(SeedMaker maker, Order order) {
        return maker.seed(recipe, order, (name, place) -> Optional.empty(), recipe.getChangedAt());
    }
}
