package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.CellProgress;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipeProgress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far one recipe is.
 *
 * @param reason why it has ended or rests, or one of its cells has ended, where that is not plain
 * @param goal what its target counts: "seeds", "candidates" or "accepted"
 * @param keptShare the share of the candidates decided on that were kept; null where there are none
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecipeState(
        String name,
        String phase,
        @Nullable String reason,
        String goal,
        long target,
        long reached,
        @Nullable Double keptShare,
        long tokens,
        long costMicros) {

    static RecipeState of(RecipeProgress recipe) {
        List<CellProgress> cells = recipe.getCells();
        long kept = sum(cells, CellProgress::getKept);
        long decided = kept
                + sum(cells, CellProgress::getDropped)
                + sum(cells, CellProgress::getRejected)
                + sum(cells, CellProgress::getUndecided);
        return new RecipeState(
                recipe.getName(),
                recipe.getPhase().name(),
                reason(recipe),
                recipe.getGoal().name().toLowerCase(Locale.ROOT),
                sum(cells, CellProgress::getTarget),
                sum(cells, cell -> reached(cell, recipe.getGoal())),
                decided == 0 ? null : (double) kept / decided,
                recipe.getSpent().getTokens(),
                recipe.getSpent().getCostMicros());
    }

    private static @Nullable String reason(RecipeProgress recipe) {
        return Stream.concat(
                        Stream.ofNullable(recipe.getReason()),
                        recipe.getCells().stream().map(CellProgress::getReason))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static long reached(CellProgress cell, RecipeGoal goal) {
        return switch (goal) {
            case SEEDS -> cell.getSeeds();
            case CANDIDATES -> cell.getCandidates();
            case ACCEPTED -> cell.getKept();
        };
    }

    private static long sum(List<CellProgress> cells, ToLongFunction<CellProgress> number) {
        return cells.stream().mapToLong(number).sum();
    }
}
