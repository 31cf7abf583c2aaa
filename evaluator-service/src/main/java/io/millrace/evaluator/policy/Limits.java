package io.millrace.evaluator.policy;

import io.millrace.evaluator.dedup.Novelty;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * What an eligible record must keep to for being kept.
 *
 * @param nearDuplicates how similar to a kept record of its dataset it may not be; null where only the same is dropped
 */
public record Limits(@Nullable Double nearDuplicates) {

    private static final String EXACT = "exact-duplicate";
    private static final String REPEATED = "repeated";
    private static final String NEAR = "near-duplicate";

    public Limits {
        if (nearDuplicates != null && !(nearDuplicates > 0 && nearDuplicates <= 1)) {
            throw new IllegalArgumentException(
                    "near duplicates begin above 0 and at most at 1, not at " + nearDuplicates);
        }
    }

    /** On an eligible record, which is kept unless it repeats another. A protected case is never dropped for being near to one. */
    public Ruling onEligible(Candidate candidate, Novelty novelty) {
        return switch (novelty) {
            case Novelty.First first -> Ruling.kept(null);
            case Novelty.Repeated repeated ->
                Ruling.dropped(Ruling.REPEATED, new Drop(REPEATED, 1.0, 1.0, candidate.getId()));
            case Novelty.DuplicateOf same ->
                new Ruling(
                        Decision.DROP,
                        Ruling.DUPLICATE,
                        same.candidateId(),
                        null,
                        new Drop(EXACT, 1.0, 1.0, same.candidateId()));
            case Novelty.NearTo near -> onNear(candidate, near);
        };
    }

    private Ruling onNear(Candidate candidate, Novelty.NearTo near) {
        var neighbour = new Neighbour(near.candidateId(), near.similarity());
        if (nearDuplicates == null
                || near.similarity() < nearDuplicates
                || candidate.getSeed().getProtectedCase()) {
            return Ruling.kept(neighbour);
        }
        var drop = new Drop(NEAR, near.similarity(), nearDuplicates, near.candidateId());
        return new Ruling(Decision.DROP, Ruling.NEAR_DUPLICATE, null, neighbour, drop);
    }
}
