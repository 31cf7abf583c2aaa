package io.millrace.deploy.recipe;

import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals the items of a family's level out to all supplies that draw on it, so that no item is used twice: of several supplies, the
 * k-th gets every item whose index leaves the remainder k.
 */
final class Deal {

    private record Level(String family, int level) {}

    private final Map<Level, Integer> users = new HashMap<>();
    private final Map<Level, Integer> dealt = new HashMap<>();

    private Deal(List<RecipeCell> cells) {
        for (RecipeCell cell : cells) {
            for (Supply supply : cell.getSupplies()) {
                FamilyItems items = supply.getFamily();
                if (items != null) {
                    users.merge(level(items), 1, Integer::sum);
                }
            }
        }
    }

    /** The cells with their supplies' parts. */
    static List<RecipeCell> out(List<RecipeCell> cells) {
        var deal = new Deal(cells);
        return cells.stream()
                .map(cell -> RecipeCell.newBuilder(cell)
                        .setSupplies(cell.getSupplies().stream().map(deal::part).toList())
                        .build())
                .toList();
    }

    private Supply part(Supply supply) {
        FamilyItems items = supply.getFamily();
        Long count = supply.getItems();
        if (items == null || count == null) {
            return supply;
        }
        int step = users.getOrDefault(level(items), 1);
        int remainder = dealt.merge(level(items), 1, Integer::sum) - 1;
        long end = items.getFirst() + count;
        long first = items.getFirst() + Math.floorMod(remainder - items.getFirst(), (long) step);
        return Supply.newBuilder(supply)
                .setFamily(new FamilyItems(items.getFamily(), items.getLevel(), first, step))
                .setItems(first >= end ? 0 : Math.ceilDiv(end - first, (long) step))
                .build();
    }

    private static Level level(FamilyItems items) {
        return new Level(items.getFamily(), items.getLevel());
    }
}
