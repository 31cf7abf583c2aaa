package io.millrace.deploy.recipe;

import io.millrace.generator.recipe.Order;
import io.millrace.generator.recipe.Production;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.schemas.Build;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.Seed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first seeds that a recipe would have made, its supplies taking turns. */
final class FirstSeeds {

    private static final int MAX_ORDERS = 10_000;

    private FirstSeeds() {}

    /** How many orders of its supply there were, with this one. */
    private record Turn(Order order, int number) {}

    /** Not more than so many; fewer where the recipe asks for fewer. */
    static List<Seed> of(Recipe recipe, SeedMaker.Rows rows, int max, Instant now) {
        var maker = new SeedMaker(Build.current().producer("millrace", recipe.getHash()));
        Recipe unhindered = Recipe.newBuilder(recipe).setMaxInFlight(MAX_ORDERS).build();
        Map<String, Integer> turns = new HashMap<>();
        return new Production(unhindered, null, now)
                .orders(MAX_ORDERS).stream()
                        .map(order -> new Turn(order, turns.merge(order.supply().getName(), 1, Integer::sum)))
                        .sorted(Comparator.comparingInt(Turn::number))
                        .flatMap(turn -> maker.seed(recipe, turn.order(), rows, now).stream())
                        .limit(max)
                        .toList();
    }
}
