package io.millrace.generator.recipe;

import static io.millrace.generator.recipe.Recipes.cell;
import static io.millrace.generator.recipe.Recipes.endless;
import static io.millrace.generator.recipe.Recipes.recipe;
import static io.millrace.generator.recipe.Recipes.supply;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.recipe.Arrival.Outcome;
import io.millrace.schemas.AcceptanceFloor;
import io.millrace.schemas.Budget;
import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Spent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionTest {

    private static final Spent CALL = new Spent(100L, 7L);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void keepsExactlyWhatWasAskedForHoweverCandidatesFareAndHoweverOftenItIsTakenUpAnew(int seed) {
        Random chance = new Random(seed);
        Recipe recipe = recipe(
                        RecipeGoal.ACCEPTED,
                        cell("easy", 40, supply("talk", 1, null).setSamples(3).build()),
                        cell("hard", 25, endless()))
                .build();
        Production production = begin(recipe);
        List<Order> onTheWay = new ArrayList<>();

        for (int turn = 0; turn < 5_000 && progress(production).getPhase() == RecipePhase.RUNNING; turn++) {
            if (chance.nextInt(10) == 0) {
                production = new Production(recipe, progress(production), Instant.EPOCH);
            }
            onTheWay.addAll(production.orders(10));
            if (!onTheWay.isEmpty()) {
                Order order = onTheWay.remove(chance.nextInt(onTheWay.size()));
                double rate = order.cell().getName().equals("easy") ? 0.8 : 0.2;
                for (int sample = 0; sample < order.samples(); sample++) {
                    Outcome outcome = chance.nextDouble() < rate ? Outcome.KEPT : Outcome.REJECTED;
                    production.add(arrival(order, outcome, 1));
                }
            }
            assertThat(kept(production)).isLessThanOrEqualTo(65);
        }

        assertThat(progress(production).getPhase()).isEqualTo(RecipePhase.DONE);
        assertThat(progress(production).getCells())
                .extracting(CellProgress::getKept)
                .containsExactly(40L, 25L);
    }

    @Test
    void neverHasMoreOnTheWayThanCouldStillBeKept() {
        Production exact =
                begin(recipe(RecipeGoal.ACCEPTED, cell("any", 8, endless())).build());
        Production generous = begin(recipe(RecipeGoal.ACCEPTED, cell("any", 8, endless()))
                .setOvershoot(3)
                .build());

        assertThat(exact.orders(100)).hasSize(8);
        assertThat(exact.orders(100)).isEmpty();
        assertThat(generous.orders(100)).hasSize(11);
    }

    @Test
    void makesNoSeedWhileTooManyCandidatesAreOnTheWay() {
        Production production =
                begin(recipe(RecipeGoal.SEEDS, cell("any", 80, endless())).build());

        assertThat(production.orders(100)).hasSize(50);
        production.add(arrival("any", Outcome.UNDECIDED, 5));
        assertThat(production.orders(100)).hasSize(5);
    }

    @Test
    void countsSeedsOrCandidatesWhereTheseWereAskedFor() {
        var threes = supply("talk", 1, null).setSamples(3).build();

        List<Order> seeds =
                begin(recipe(RecipeGoal.SEEDS, cell("any", 7, threes)).build()).orders(100);
        List<Order> candidates = begin(
                        recipe(RecipeGoal.CANDIDATES, cell("any", 7, threes)).build())
                .orders(100);

        assertThat(seeds).hasSize(7).extracting(Order::samples).containsOnly(3);
        assertThat(candidates).extracting(Order::samples).containsExactly(3, 3, 1);
    }

    @Test
    void drawsSuppliesByWeightAndEachItemOnce() {
        Recipe recipe = recipe(
                        RecipeGoal.SEEDS,
                        cell(
                                "any",
                                40,
                                supply("much", 3, null).build(),
                                supply("little", 1, null).build()))
                .build();

        Map<String, List<Long>> items = begin(recipe).orders(100).stream()
                .collect(Collectors.groupingBy(
                        order -> order.supply().getName(), Collectors.mapping(Order::item, Collectors.toList())));

        assertThat(items.get("much")).hasSize(30).doesNotHaveDuplicates().startsWith(0L, 1L);
        assertThat(items.get("little")).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void bringsCellsForwardInProportionToTheirTargets() {
        Recipe recipe = recipe(RecipeGoal.SEEDS, cell("big", 80, endless()), cell("small", 20, endless()))
                .build();

        Map<String, Long> ordered = begin(recipe).orders(50).stream()
                .collect(Collectors.groupingBy(order -> order.cell().getName(), Collectors.counting()));

        assertThat(ordered).isEqualTo(Map.of("big", 40L, "small", 10L));
    }

    @Test
    void givesACellUpBelowItsFloorAndGoesOnWithTheOthers() {
        Production production =
                begin(recipe(RecipeGoal.ACCEPTED, cell("hopeless", 30, endless()), cell("good", 30, endless()))
                        .setFloor(new AcceptanceFloor(0.5, 10))
                        .build());
        production.orders(100);

        production.add(arrival("hopeless", Outcome.KEPT, 4));
        production.add(arrival("hopeless", Outcome.REJECTED, 6));

        assertThat(cellOf(production, "hopeless").getPhase()).isEqualTo(RecipePhase.ENDED);
        assertThat(cellOf(production, "hopeless").getReason()).contains("4 of 10");
        assertThat(production.orders(100))
                .extracting(order -> order.cell().getName())
                .containsOnly("good");
    }

    @Test
    void saysThatSourcesAreUsedUpOnlyOnceNothingIsOnTheWay() {
        Production production = begin(recipe(
                        RecipeGoal.ACCEPTED,
                        cell("any", 30, supply("few", 1, 2L).build()))
                .build());

        assertThat(production.orders(100)).hasSize(2);
        production.add(arrival("any", Outcome.KEPT, 1));
        assertThat(progress(production).getPhase()).isEqualTo(RecipePhase.RUNNING);
        production.add(arrival("any", Outcome.DEAD_LETTERED, 1));

        assertThat(progress(production).getPhase()).isEqualTo(RecipePhase.ENDED);
        assertThat(cellOf(production, "any").getReason()).contains("used up");
    }

    @Test
    void ordersNothingMoreOfASupplyWhoseMaterialIsGone() {
        Production production =
                begin(recipe(RecipeGoal.SEEDS, cell("any", 5, endless())).build());

        production.orders(1).forEach(production::cancel);

        assertThat(production.orders(100)).isEmpty();
        assertThat(cellOf(production, "any").getSeeds()).isZero();
        assertThat(cellOf(production, "any").getReason()).contains("material of talk");
    }

    @Test
    void stopsOnceItsBudgetIsSpent() {
        Recipe.Builder recipe = recipe(RecipeGoal.SEEDS, cell("any", 80, endless()));
        Production production = begin(recipe.setBudget(new Budget(1_000L, null)).build());

        production.add(arrival("any", Outcome.REJECTED, 9));
        assertThat(production.orders(100)).isNotEmpty();
        production.add(arrival("any", Outcome.REJECTED, 1));
        assertThat(production.orders(100)).isEmpty();
        assertThat(progress(production).getPhase()).isEqualTo(RecipePhase.ENDED);
        assertThat(progress(production).getReason()).contains("1000 tokens");

        production.follow(recipe.setBudget(null).build());
        assertThat(production.orders(100)).isNotEmpty();
    }

    @Test
    void restsWhilePausedAndGoesOnByTheNextRevision() {
        Recipe.Builder recipe = recipe(RecipeGoal.ACCEPTED, cell("any", 10, endless()));
        Production production = begin(recipe.setPaused(true).build());

        assertThat(production.orders(100)).isEmpty();
        assertThat(progress(production).getPhase()).isEqualTo(RecipePhase.PAUSED);

        production.follow(recipe.setPaused(false).setRevision(2).build());
        assertThat(production.orders(100)).hasSize(10);
        assertThat(progress(production).getRevision()).isEqualTo(2);
    }

    @Test
    void countsWhatArrivesForCellsThatARevisionDropped() {
        Production production =
                begin(recipe(RecipeGoal.ACCEPTED, cell("old", 10, endless())).build());
        production.orders(100);

        production.follow(recipe(RecipeGoal.ACCEPTED, cell("new", 1, endless())).build());
        production.add(arrival("old", Outcome.KEPT, 1));

        assertThat(cellOf(production, "old").getKept()).isEqualTo(1);
        assertThat(production.orders(100))
                .extracting(order -> order.cell().getName())
                .containsExactly("new");
    }

    private static Production begin(Recipe recipe) {
        return new Production(recipe, null, Instant.EPOCH);
    }

    private static RecipeProgress progress(Production production) {
        return production.progress(Instant.EPOCH);
    }

    private static long kept(Production production) {
        return progress(production).getCells().stream()
                .mapToLong(CellProgress::getKept)
                .sum();
    }

    private static CellProgress cellOf(Production production, String name) {
        return progress(production).getCells().stream()
                .collect(Collectors.toMap(CellProgress::getName, Function.identity()))
                .getOrDefault(
                        name,
                        CellProgress.newBuilder()
                                .setName("")
                                .setPhase(RecipePhase.RUNNING)
                                .build());
    }

    private static Arrival arrival(Order order, Outcome outcome, int candidates) {
        return arrival(order.cell().getName(), outcome, candidates);
    }

    private static Arrival arrival(String cell, Outcome outcome, int candidates) {
        var spent = new Spent(CALL.getTokens() * candidates, CALL.getCostMicros() * candidates);
        return new Arrival(new RecipePlace("tutor", cell, "talk", null), outcome, candidates, spent);
    }
}
