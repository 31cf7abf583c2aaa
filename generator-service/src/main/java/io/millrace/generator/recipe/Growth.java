package io.millrace.generator.recipe;

import io.millrace.schemas.Feedback;
import io.millrace.schemas.Increase;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a recipe is to make together with what was proposed to it. It follows from both alone, so that nothing grows twice, whoever follows
 * the recipe.
 */
public final class Growth {

    /** What one report can have made at most, whoever approves of it. */
    private static final long MOST = 1_000_000;

    private static final Comparator<Proposal> IN_ORDER =
            Comparator.comparing(Proposal::getProposedAt).thenComparing(Proposal::getId);

    private Growth() {}

    /**
     * The recipe with all that it lets be made, or that was approved. What does not fit it, or is too much for one report, is left.
     *
     * @param proposals to this recipe and to others
     */
    public static Recipe of(Recipe recipe, Collection<Proposal> proposals) {
        Map<String, Long> used = new HashMap<>();
        Recipe grown = recipe;
        for (Proposal proposal : inOrder(recipe, proposals)) {
            for (Increase increase : proposal.getIncreases()) {
                long before = used.getOrDefault(proposal.getResult(), 0L);
                long amount = increase.getAmount();
                if (amount > 0 && amount <= room(recipe, proposal) - before) {
                    used.put(proposal.getResult(), before + amount);
                    grown = grown(grown, increase);
                }
            }
        }
        return grown;
    }

    private static List<Proposal> inOrder(Recipe recipe, Collection<Proposal> proposals) {
        return proposals.stream()
                .filter(proposal -> proposal.getRecipe().equals(recipe.getName()))
                .sorted(IN_ORDER)
                .toList();
    }

    private static long room(Recipe recipe, Proposal proposal) {
        if (proposal.getApprovedBy() != null) {
            return MOST;
        }
        Feedback feedback = recipe.getFeedback();
        return feedback != null && feedback.getSubmit() ? Math.min(MOST, feedback.getMost()) : 0;
    }

    private static Recipe grown(Recipe recipe, Increase increase) {
        return Recipe.newBuilder(recipe)
                .setCells(recipe.getCells().stream()
                        .map(cell -> cell.getName().equals(increase.getCell()) ? grown(cell, increase) : cell)
                        .toList())
                .build();
    }

    /** The others' parts of the target stay what they were: weights stand for parts of it. */
    private static RecipeCell grown(RecipeCell cell, Increase increase) {
        Set<String> named = Set.copyOf(increase.getSupplies());
        double all = cell.getSupplies().stream().mapToDouble(Supply::getWeight).sum();
        double fed = cell.getSupplies().stream()
                .filter(supply -> named.contains(supply.getName()))
                .mapToDouble(Supply::getWeight)
                .sum();
        if (fed <= 0 || cell.getTarget() <= 0) {
            return cell;
        }
        double factor = 1 + (double) increase.getAmount() / cell.getTarget() * all / fed;
        List<Supply> supplies = cell.getSupplies().stream()
                .map(supply -> named.contains(supply.getName())
                        ? Supply.newBuilder(supply)
                                .setWeight(supply.getWeight() * factor)
                                .build()
                        : supply)
                .toList();
        return new RecipeCell(cell.getName(), cell.getTarget() + increase.getAmount(), supplies);
    }
}
