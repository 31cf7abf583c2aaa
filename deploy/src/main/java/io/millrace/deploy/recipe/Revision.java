package io.millrace.deploy.recipe;

import io.millrace.deploy.console.OperatorException;
import io.millrace.schemas.Budget;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a recipe's next revision from the one there is. What is out of its range, it refuses with an {@link OperatorException}. */
public final class Revision {

    private final Recipe.Builder next;

    private Revision(Recipe.Builder next) {
        this.next = next;
    }

    /** Begins with what there is. */
    public static Revision of(Recipe recipe) {
        return new Revision(Recipe.newBuilder(recipe).setRevision(recipe.getRevision() + 1));
    }

    /** Stops or goes on to make seeds. */
    public Revision paused(boolean paused) {
        next.setPaused(paused);
        return this;
    }

    /** Sets how many candidates may be on the way. */
    public Revision inFlight(int candidates) {
        require(candidates, Bounds.MAX_IN_FLIGHT, "The number of candidates on the way");
        next.setMaxInFlight(candidates);
        return this;
    }

    /** Sets one of the limits of the budget, or both; null leaves a limit as it is. */
    public Revision budget(@Nullable Long tokens, @Nullable Long costMicros) {
        for (Long limit : Arrays.asList(tokens, costMicros)) {
            if (limit != null) {
                require(limit, Bounds.MAX_BUDGET, "A limit of a budget");
            }
        }
        Budget old = next.getBudget() == null ? new Budget(null, null) : next.getBudget();
        next.setBudget(new Budget(
                tokens == null ? old.getTokens() : tokens, costMicros == null ? old.getCostMicros() : costMicros));
        return this;
    }

    /** Shares another target out among the cells, in their proportions so far. */
    public Revision target(long target) {
        require(target, Bounds.MAX_TARGET, "A target");
        List<RecipeCell> old = next.getCells();
        List<Long> targets = Apportionment.of(
                target,
                old.stream().map(cell -> BigDecimal.valueOf(cell.getTarget())).toList());
        List<RecipeCell> cells = new ArrayList<>();
        for (int index = 0; index < old.size(); index++) {
            cells.add(RecipeCell.newBuilder(old.get(index))
                    .setTarget(targets.get(index))
                    .build());
        }
        next.setCells(cells);
        return this;
    }

    /**
     * Gives the supplies of a name, or those whose names begin with it and a slash, another weight: shared in every cell by those it
     * has, in their proportions so far.
     *
     * @throws OperatorException if there is none
     */
    public Revision weight(String name, double weight) {
        // Written so that it refuses what is no number.
        if (!(weight >= 0 && weight <= Bounds.MAX_WEIGHT)) {
            throw new OperatorException("A weight is from 0 to %,d.".formatted(Bounds.MAX_WEIGHT));
        }
        List<String> names = next.getCells().stream()
                .flatMap(cell -> cell.getSupplies().stream())
                .map(Supply::getName)
                .distinct()
                .toList();
        if (names.stream().noneMatch(supply -> belongs(supply, name))) {
            throw new OperatorException(
                    "There is no supply '%s'; there are %s.".formatted(name, String.join(", ", names)));
        }
        next.setCells(next.getCells().stream()
                .map(cell -> weighed(cell, name, weight))
                .toList());
        return this;
    }

    private static RecipeCell weighed(RecipeCell cell, String name, double weight) {
        List<Supply> named = cell.getSupplies().stream()
                .filter(supply -> belongs(supply.getName(), name))
                .toList();
        double before = named.stream().mapToDouble(Supply::getWeight).sum();
        UnaryOperator<Supply> weigh = supply -> Supply.newBuilder(supply)
                .setWeight(before == 0 ? weight / named.size() : weight * supply.getWeight() / before)
                .build();
        return RecipeCell.newBuilder(cell)
                .setSupplies(cell.getSupplies().stream()
                        .map(supply -> belongs(supply.getName(), name) ? weigh.apply(supply) : supply)
                        .toList())
                .build();
    }

    private static boolean belongs(String supply, String name) {
        return supply.equals(name) || supply.startsWith(name + "/");
    }

    private static void require(long number, long most, String what) {
        if (number < 1 || number > most) {
            throw new OperatorException("%s is from 1 to %,d.".formatted(what, most));
        }
    }

    /**
     * The new revision.
     *
     * @throws OperatorException if nothing would be drawn any more in a cell
     */
    public Recipe at(Instant changedAt) {
        for (RecipeCell cell : next.getCells()) {
            if (cell.getSupplies().stream().noneMatch(supply -> supply.getWeight() > 0)) {
                throw new OperatorException(
                        "No supply of the cell %s has a weight any more.".formatted(cell.getName()));
            }
        }
        return next.setChangedAt(changedAt).build();
    }
}
