package io.millrace.deploy.command;

import io.millrace.deploy.console.Printable;
import io.millrace.deploy.recipe.CellStatus;
import io.millrace.deploy.recipe.RecipeStatus;
import io.millrace.deploy.recipe.Recipes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recipes in words. */
final class RecipeTable {

    private static final double MICROS = 1_000_000;
    private static final int MAX_REASON = 200;

    private RecipeTable() {}

    static String of(List<RecipeStatus> recipes) {
        return recipes.isEmpty()
                ? Recipes.NONE
                : recipes.stream().map(RecipeTable::line).collect(Collectors.joining("\n"));
    }

    static String of(RecipeStatus recipe) {
        return """
                %s
                  revision %d%s, dataset %s, submission %s
                %s""".formatted(
                        line(recipe),
                        recipe.revision(),
                        recipe.followed() == recipe.revision() ? "" : ", which the generator does not follow yet",
                        recipe.dataset(),
                        recipe.submission(),
                        recipe.cells().stream().map(RecipeTable::cell).collect(Collectors.joining("\n")));
    }

    private static String line(RecipeStatus recipe) {
        return "%-30s %-8s %,d of %,d %s, %s accepted, %,d tokens and %,.2f dollars spent%s"
                .formatted(
                        recipe.name(),
                        recipe.phase().toLowerCase(Locale.ROOT),
                        recipe.reached(),
                        recipe.target(),
                        recipe.goal(),
                        share(recipe.acceptShare()),
                        recipe.tokens(),
                        recipe.costMicros() / MICROS,
                        because(recipe.reason()));
    }

    private static String cell(CellStatus cell) {
        CellStatus.Counts counts = cell.counts();
        return """
                  %-28s %-8s %,d of %,d%s
                    %,d seeds, %,d candidates: %,d kept, %,d dropped, %,d rejected, %,d undecided, %,d dead letters
                    %s""".formatted(
                        cell.name(),
                        cell.phase().toLowerCase(Locale.ROOT),
                        cell.reached(),
                        cell.target(),
                        because(cell.reason()),
                        counts.seeds(),
                        counts.candidates(),
                        counts.kept(),
                        counts.dropped(),
                        counts.rejected(),
                        counts.undecided(),
                        counts.deadLettered(),
                        supplies(cell));
    }

    private static String supplies(CellStatus cell) {
        return cell.supplies().entrySet().stream()
                .map(supply -> "%s weight %.3f, %,d taken"
                        .formatted(
                                supply.getKey(), supply.getValue(), cell.taken().getOrDefault(supply.getKey(), 0L)))
                .collect(Collectors.joining("; "));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "none" : "%.1f%%".formatted(100 * share);
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ": " + Printable.line(reason, MAX_REASON);
    }
}
