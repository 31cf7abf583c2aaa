package io.millrace.generator.recipe;

import io.millrace.schemas.AcceptanceFloor;
import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.RecipeGoal;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.Supply;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what is still to be ordered for one cell, and whether it has come to its end. */
final class CellBook {

    private final Recipe recipe;
    private final RecipeCell cell;
    private final Account account;
    private final Set<String> gone = new TreeSet<>();

    CellBook(Recipe recipe, RecipeCell cell, Account account) {
        this.recipe = recipe;
        this.cell = cell;
        this.account = account;
    }

    /** The share of the target that may be ordered now; 0 where nothing may. */
    double want() {
        boolean open = !met() && !belowFloor() && next().isPresent();
        return open ? Math.max(0, (double) room() / cell.getTarget()) : 0;
    }

    /** Orders one seed. Only where something is wanted. */
    Order order() {
        Supply supply = next().orElseThrow();
        int samples = recipe.getGoal() == RecipeGoal.SEEDS
                ? supply.getSamples()
                : (int) Math.min(supply.getSamples(), room());
        var order = new Order(cell, supply, account.taken(supply), samples);
        account.add(order);
        return order;
    }

    /** Takes an order back whose item cannot be had, and orders nothing of that supply any more. */
    void cancel(Order order) {
        gone.add(order.supply().getName());
        account.cancel(order);
    }

    CellProgress progress() {
        return CellProgress.newBuilder(state()).setTarget(cell.getTarget()).build();
    }

    private CellProgress state() {
        if (met()) {
            return account.progress(account.onTheWay() == 0 ? RecipePhase.DONE : RecipePhase.RUNNING, null);
        }
        return shortfall()
                .map(reason -> account.progress(RecipePhase.ENDED, reason))
                .orElseGet(() -> account.progress(RecipePhase.RUNNING, null));
    }

    /** Why the cell ends short of its target, if it does. */
    private Optional<String> shortfall() {
        if (belowFloor()) {
            return Optional.of("kept %d of %d candidates, fewer than its floor allows"
                    .formatted(account.kept(), account.decided()));
        }
        if (account.onTheWay() > 0 || next().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                gone.isEmpty()
                        ? "its sources are used up after %d seeds".formatted(account.seeds())
                        : "the material of %s is gone".formatted(String.join(", ", gone)));
    }

    private boolean met() {
        return done() >= cell.getTarget();
    }

    private boolean belowFloor() {
        AcceptanceFloor floor = recipe.getFloor();
        return floor != null
                && account.decided() >= floor.getAfter()
                && account.kept() < floor.getShare() * account.decided();
    }

    private long done() {
        return switch (recipe.getGoal()) {
            case SEEDS -> account.seeds();
            case CANDIDATES -> account.candidates();
            case ACCEPTED -> account.kept();
        };
    }

    /** What may be ordered now: seeds where these are counted, else candidates. */
    private long room() {
        long missing = cell.getTarget() - done();
        return recipe.getGoal() == RecipeGoal.ACCEPTED ? missing + recipe.getOvershoot() - account.onTheWay() : missing;
    }

    /** The supply that lags most behind its weight, of those that have something left. */
    private Optional<Supply> next() {
        return cell.getSupplies().stream()
                .filter(supply -> supply.getWeight() > 0 && !usedUp(supply))
                .min(Comparator.comparingDouble(supply -> (account.taken(supply) + 1) / supply.getWeight()));
    }

    private boolean usedUp(Supply supply) {
        Long items = supply.getItems();
        return gone.contains(supply.getName()) || (items != null && account.taken(supply) >= items);
    }
}
