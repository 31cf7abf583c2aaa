package io.millrace.deploy.recipe;

import io.millrace.schemas.CellProgress;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.Supply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a cell is.
 *
 * @param phase "WAITING" until the generator has seen the cell
 * @param reached what its target counts
 * @param acceptShare the share of the candidates decided on that were kept; null where there are none
 * @param supplies their weights, by name
 * @param taken items taken of each supply
 */
public record CellStatus(
        String name,
        String phase,
        @Nullable String reason,
        long target,
        long reached,
        @Nullable Double acceptShare,
        Counts counts,
        Map<String, Double> supplies,
        Map<String, Long> taken) {

    static final String WAITING = "WAITING";

    public CellStatus {
        supplies = new TreeMap<>(supplies);
        taken = new TreeMap<>(taken);
    }

    /** What became of the candidates. */
    public record Counts(
            long seeds, long candidates, long kept, long dropped, long rejected, long undecided, long deadLettered) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        static Counts of(CellProgress progress) {
            return new Counts(
                    progress.getSeeds(),
                    progress.getCandidates(),
                    progress.getKept(),
                    progress.getDropped(),
                    progress.getRejected(),
                    progress.getUndecided(),
                    progress.getDeadLettered());
        }

        Counts plus(Counts other) {
            return new Counts(
                    seeds + other.seeds,
                    candidates + other.candidates,
                    kept + other.kept,
                    dropped + other.dropped,
                    rejected + other.rejected,
                    undecided + other.undecided,
                    deadLettered + other.deadLettered);
        }

        long of(RecipeGoal goal) {
            return switch (goal) {
                case SEEDS -> seeds;
                case CANDIDATES -> candidates;
                case ACCEPTED -> kept;
            };
        }

        /** The share of the candidates decided on that were kept; null where there are none. */
        @Nullable
        Double acceptShare() {
            long decided = kept + dropped + rejected + undecided;
            return decided == 0 ? null : (double) kept / decided;
        }
    }

    static CellStatus of(RecipeCell cell, RecipeGoal goal, @Nullable CellProgress progress) {
        Counts counts = progress == null ? Counts.NONE : Counts.of(progress);
        return new CellStatus(
                cell.getName(),
                progress == null ? WAITING : progress.getPhase().name(),
                progress == null ? null : progress.getReason(),
                cell.getTarget(),
                counts.of(goal),
                counts.acceptShare(),
                counts,
                weights(cell.getSupplies()),
                progress == null ? Map.of() : progress.getTaken());
    }

    private static Map<String, Double> weights(List<Supply> supplies) {
        var weights = new TreeMap<String, Double>();
        supplies.forEach(supply -> weights.put(supply.getName(), supply.getWeight()));
        return weights;
    }
}
