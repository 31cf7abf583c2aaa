package io.millrace.generator.recipe;

import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;

/** Whether a recipe can be followed. The command writes no other, but whoever may write to its topic can. */
public final class Soundness {

    private Soundness() {}

    /** Whether all numbers of a recipe are in their ranges. */
    public static boolean of(Recipe recipe) {
        return recipe.getOvershoot() >= 0 && recipe.getCells().stream().allMatch(Soundness::of);
    }

    private static boolean of(RecipeCell cell) {
        return cell.getTarget() >= 0 && cell.getSupplies().stream().allMatch(Soundness::of);
    }

    private static boolean of(Supply supply) {
        FamilyItems family = supply.getFamily();
        return supply.getSamples() >= 1
                && supply.getWeight() >= 0
                && Double.isFinite(supply.getWeight())
                && (family == null || (family.getFirst() >= 0 && family.getStep() >= 1))
                && supply.getMaterial().stream()
                        .allMatch(page -> page.getPartition() >= 0 && page.getOffset() >= 0 && page.getRows() >= 1);
    }
}
