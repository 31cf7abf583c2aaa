package io.millrace.generator.recipe;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Spent;
import io.millrace.schemas.Usage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of the way of candidates that a recipe asked for.
 *
 * @param candidates how many, at least 1
 * @param spent what their answers used
 */
public record Arrival(RecipePlace place, Outcome outcome, int candidates, Spent spent) {

    private static final Spent NOTHING = new Spent(0L, 0L);

    /** What has become of a candidate. */
    public enum Outcome {
        KEPT,
        /** Accepted by the checks, but not kept. */
        DROPPED,
        REJECTED,
        UNDECIDED,
        DEAD_LETTERED
    }

    /**
     * A decision on a candidate; nothing where no recipe asked for it, where it was planted beside one that a recipe asked for, or where
     * people decided on what had arrived before.
     */
    public static Optional<Arrival> of(Evaluated evaluated) {
        if (!evaluated.getReviews().isEmpty()) {
            return Optional.empty();
        }
        Candidate candidate = evaluated.getVerified().getCandidate();
        return place(candidate).map(place -> new Arrival(place, outcome(evaluated), 1, spent(candidate)));
    }

    /** A candidate that was made and lost. */
    public static Optional<Arrival> lost(Candidate candidate) {
        return place(candidate).map(place -> new Arrival(place, Outcome.DEAD_LETTERED, 1, spent(candidate)));
    }

    /**
     * A seed of which candidates could not be made.
     *
     * @param sampleIndex the only one of its samples that could not; null for all of them
     */
    public static Optional<Arrival> lost(Seed seed, @Nullable Integer sampleIndex) {
        int candidates = sampleIndex == null ? seed.getSamples() : 1;
        return Optional.ofNullable(seed.getRecipe())
                .map(place -> new Arrival(place, Outcome.DEAD_LETTERED, candidates, NOTHING));
    }

    private static Optional<RecipePlace> place(Candidate candidate) {
        return RecordIds.isPlanted(candidate.getId())
                ? Optional.empty()
                : Optional.ofNullable(candidate.getSeed().getRecipe());
    }

    private static Outcome outcome(Evaluated evaluated) {
        return switch (evaluated.getVerified().getVerdict()) {
            case ACCEPTED -> kept(evaluated) ? Outcome.KEPT : Outcome.DROPPED;
            case REJECTED -> Outcome.REJECTED;
            case UNDECIDED -> Outcome.UNDECIDED;
        };
    }

    private static boolean kept(Evaluated evaluated) {
        return switch (evaluated.getDecision()) {
            case KEEP -> true;
            case DROP, REVIEW -> false;
        };
    }

    /** What was answered from the cache cost nothing. */
    private static Spent spent(Candidate candidate) {
        Spent spent = candidate.getCached() ? NOTHING : sum(NOTHING, candidate.getUsage());
        for (EarlierCall call : candidate.getEarlierCalls()) {
            spent = call.getCached() ? spent : sum(spent, call.getUsage());
        }
        return spent;
    }

    private static Spent sum(Spent spent, @Nullable Usage usage) {
        if (usage == null) {
            return spent;
        }
        Long cost = usage.getCostMicros();
        return new Spent(
                spent.getTokens() + usage.getInputTokens() + usage.getOutputTokens(),
                spent.getCostMicros() + (cost == null ? 0 : cost));
    }
}
