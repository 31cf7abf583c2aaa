package io.millrace.generator.recipe;

import io.millrace.schemas.Budget;
import io.millrace.schemas.CellProgress;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Spent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recipe at work. Orders are given out so that no cell keeps more than its target and the recipe's overshoot, even if every
 * candidate on the way were kept, and so that all cells come forward alike. For one thread.
 */
public final class Production {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, CellBook> cells = new LinkedHashMap<>();
    private final Instant startedAt;
    private Spent spent;
    private Recipe recipe;

    /**
     * Begins with a recipe, or goes on with it.
     *
     * @param earlier what has become of it so far; null where it is new
     */
    public Production(Recipe recipe, @Nullable RecipeProgress earlier, Instant now) {
        this.recipe = recipe;
        this.spent = earlier == null
                ? new Spent(0L, 0L)
                : Spent.newBuilder(earlier.getSpent()).build();
        this.startedAt = earlier == null ? now : earlier.getStartedAt();
        if (earlier != null) {
            earlier.getCells().forEach(cell -> accounts.put(cell.getName(), new Account(cell)));
        }
        follow(recipe);
    }

    /** Goes on by another revision. What happened stays; cells that the recipe no longer has only take arrivals. */
    public void follow(Recipe revision) {
        recipe = revision;
        cells.clear();
        revision.getCells()
                .forEach(cell -> cells.put(cell.getName(), new CellBook(revision, cell, account(cell.getName()))));
    }

    public Recipe recipe() {
        return recipe;
    }

    /** Takes what has become of candidates. */
    public void add(Arrival arrival) {
        account(arrival.place().getCell()).add(arrival);
        spent = new Spent(
                spent.getTokens() + arrival.spent().getTokens(),
                spent.getCostMicros() + arrival.spent().getCostMicros());
    }

    /** What is to be made now, and counts as ordered from now on. */
    public List<Order> orders(int max) {
        List<Order> orders = new ArrayList<>();
        if (recipe.getPaused() || overspent().isPresent()) {
            return orders;
        }
        long onTheWay = accounts.values().stream().mapToLong(Account::onTheWay).sum();
        Queue<CellBook> neediest =
                new PriorityQueue<>(Comparator.comparingDouble(CellBook::want).reversed());
        neediest.addAll(cells.values());
        while (orders.size() < max && onTheWay < recipe.getMaxInFlight() && !neediest.isEmpty()) {
            CellBook cell = neediest.remove();
            if (cell.want() == 0) {
                break;
            }
            Order order = cell.order();
            neediest.add(cell);
            orders.add(order);
            onTheWay += order.samples();
        }
        return orders;
    }

    /** Takes an order back whose item cannot be had. */
    public void cancel(Order order) {
        CellBook cell = cells.get(order.cell().getName());
        if (cell != null) {
            cell.cancel(order);
        }
    }

    /** How far it is. */
    public RecipeProgress progress(Instant now) {
        List<CellProgress> all = accounts.entrySet().stream()
                .map(account -> Optional.ofNullable(cells.get(account.getKey()))
                        .map(CellBook::progress)
                        .orElseGet(
                                () -> account.getValue().progress(RecipePhase.ENDED, "no longer part of the recipe")))
                .toList();
        Optional<String> reason = overspent();
        return RecipeProgress.newBuilder()
                .setName(recipe.getName())
                .setRevision(recipe.getRevision())
                .setPhase(phase(all, reason.isPresent()))
                .setReason(reason.orElse(null))
                .setGoal(recipe.getGoal())
                .setCells(all)
                .setSpent(spent)
                .setStartedAt(startedAt)
                .setChangedAt(now)
                .build();
    }

    private RecipePhase phase(List<CellProgress> all, boolean overspent) {
        List<RecipePhase> phases = all.stream()
                .filter(cell -> cells.containsKey(cell.getName()))
                .map(CellProgress::getPhase)
                .toList();
        if (phases.stream().allMatch(RecipePhase.DONE::equals)) {
            return RecipePhase.DONE;
        }
        if (overspent || !phases.contains(RecipePhase.RUNNING)) {
            return RecipePhase.ENDED;
        }
        return recipe.getPaused() ? RecipePhase.PAUSED : RecipePhase.RUNNING;
    }

    /** Which limit of the budget is used up, if one is. */
    private Optional<String> overspent() {
        Budget budget = recipe.getBudget();
        if (budget == null) {
            return Optional.empty();
        }
        return Stream.of(
                        limit(budget.getTokens(), spent.getTokens(), "tokens"),
                        limit(budget.getCostMicros(), spent.getCostMicros(), "millionths of a US dollar"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> limit(@Nullable Long limit, long used, String unit) {
        return limit == null || used < limit
                ? Optional.empty()
                : Optional.of("its budget of %d %s is spent".formatted(limit, unit));
    }

    private Account account(String cell) {
        return accounts.computeIfAbsent(cell, Account::blank);
    }
}
