package io.millrace.generator.recipe;

import io.millrace.schemas.CellProgress;
import io.millrace.schemas.RecipePhase;
import io.millrace.schemas.Supply;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What was ordered for one cell, and what has become of it. */
final class Account {

    private final CellProgress.Builder sum;

    Account(CellProgress sum) {
        this.sum = CellProgress.newBuilder(sum).setTarget(0L).setTaken(new HashMap<>(sum.getTaken()));
    }

    static Account blank(String cell) {
        return new Account(CellProgress.newBuilder()
                .setName(cell)
                .setPhase(RecipePhase.RUNNING)
                .build());
    }

    long seeds() {
        return sum.getSeeds();
    }

    long candidates() {
        return sum.getCandidates();
    }

    long kept() {
        return sum.getKept();
    }

    /** Candidates with an outcome. */
    long decided() {
        return sum.getKept() + sum.getDropped() + sum.getRejected() + sum.getUndecided() + sum.getDeadLettered();
    }

    /** Candidates without an outcome. What was lost, and made again later, counts twice as decided, so these can be too few. */
    long onTheWay() {
        return Math.max(0, sum.getCandidates() - decided());
    }

    /** Items that were taken of a supply. */
    long taken(Supply supply) {
        return sum.getTaken().getOrDefault(supply.getName(), 0L);
    }

    void add(Order order) {
        sum.getTaken().put(order.supply().getName(), order.item() + 1);
        sum.setSeeds(sum.getSeeds() + 1);
        sum.setCandidates(sum.getCandidates() + order.samples());
    }

    /** The order came to nothing; its item stays taken. */
    void cancel(Order order) {
        sum.setSeeds(sum.getSeeds() - 1);
        sum.setCandidates(sum.getCandidates() - order.samples());
    }

    void add(Arrival arrival) {
        int more = arrival.candidates();
        switch (arrival.outcome()) {
            case KEPT -> sum.setKept(sum.getKept() + more);
            case DROPPED -> sum.setDropped(sum.getDropped() + more);
            case REJECTED -> sum.setRejected(sum.getRejected() + more);
            case UNDECIDED -> sum.setUndecided(sum.getUndecided() + more);
            case DEAD_LETTERED -> sum.setDeadLettered(sum.getDeadLettered() + more);
        }
    }

    CellProgress progress(RecipePhase phase, @Nullable String reason) {
        return CellProgress.newBuilder(sum.setPhase(phase).setReason(reason).build())
                .build();
    }
}
