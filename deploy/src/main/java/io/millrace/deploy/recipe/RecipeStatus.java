package io.millrace.deploy.recipe;

import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeProgress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe asks for, and how far it is.
 *
 * @param followed the revision that the generator follows; 0 where it has not seen the recipe yet
 * @param phase "WAITING" until then
 * @param goal what targets count: "seeds", "candidates" or "accepted"
 */
public record RecipeStatus(
        String name,
        String dataset,
        String submission,
        int revision,
        int followed,
        String phase,
        @Nullable String reason,
        String goal,
        long target,
        long reached,
        @Nullable Double acceptShare,
        CellStatus.Counts counts,
        long tokens,
        long costMicros,
        String changedAt,
        List<CellStatus> cells) {

    public RecipeStatus {
        cells = List.copyOf(cells);
    }

    static RecipeStatus of(Recipe recipe, @Nullable RecipeProgress progress) {
        Map<String, CellProgress> known = new HashMap<>();
        if (progress != null) {
            progress.getCells().forEach(cell -> known.put(cell.getName(), cell));
        }
        List<CellStatus> cells = recipe.getCells().stream()
                .map(cell -> CellStatus.of(cell, recipe.getGoal(), known.get(cell.getName())))
                .toList();
        CellStatus.Counts counts =
                cells.stream().map(CellStatus::counts).reduce(CellStatus.Counts.NONE, CellStatus.Counts::plus);
        return new RecipeStatus(
                recipe.getName(),
                recipe.getDataset(),
                recipe.getSubmission(),
                recipe.getRevision(),
                progress == null ? 0 : progress.getRevision(),
                progress == null ? CellStatus.WAITING : progress.getPhase().name(),
                progress == null ? null : progress.getReason(),
                recipe.getGoal().name().toLowerCase(Locale.ROOT),
                cells.stream().mapToLong(CellStatus::target).sum(),
                counts.of(recipe.getGoal()),
                counts.acceptShare(),
                counts,
                progress == null ? 0 : progress.getSpent().getTokens(),
                progress == null ? 0 : progress.getSpent().getCostMicros(),
                recipe.getChangedAt().toString(),
                cells);
    }
}
