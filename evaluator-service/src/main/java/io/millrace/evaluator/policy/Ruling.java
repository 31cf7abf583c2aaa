package io.millrace.evaluator.policy;

import io.millrace.evaluator.dedup.Novelty;
import io.millrace.schemas.Decision;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a record, and why.
 *
 * @param reason a code; a metric label, so few values
 * @param duplicateOf the kept candidate with the same content, or null where that is not the reason
 */
public record Ruling(
        Decision decision, String reason, @Nullable String duplicateOf) {

    public static final String KEPT = "KEPT";
    public static final String DUPLICATE = "DUPLICATE";

    /** The same candidate came again after it was kept. */
    public static final String REPEATED = "REPEATED";

    /** The candidate was planted to try the verifier. */
    public static final String PLANTED = "PLANTED";

    /** Whether a record is to be kept unless the same was kept before. */
    public static boolean isEligible(Verified verified) {
        return verified.getVerdict() == VerdictKind.ACCEPTED && !isPlanted(verified);
    }

    /** On an eligible record, which is kept unless its dataset holds the content already. */
    public static Ruling onEligible(Novelty novelty) {
        return switch (novelty) {
            case Novelty.First first -> new Ruling(Decision.KEEP, KEPT, null);
            case Novelty.Repeated repeated -> new Ruling(Decision.DROP, REPEATED, null);
            case Novelty.DuplicateOf duplicate -> new Ruling(Decision.DROP, DUPLICATE, duplicate.candidateId());
        };
    }

    /** On a record that is not eligible; one that could not be decided is for a person to look at. */
    public static Ruling onOthers(Verified verified) {
        if (isPlanted(verified)) {
            return new Ruling(Decision.DROP, PLANTED, null);
        }
        return switch (verified.getVerdict()) {
            case ACCEPTED -> throw new IllegalArgumentException("an eligible record is ruled on by its novelty");
            case REJECTED -> new Ruling(Decision.DROP, verified.getReason(), null);
            case UNDECIDED -> new Ruling(Decision.REVIEW, verified.getReason(), null);
        };
    }

    private static boolean isPlanted(Verified verified) {
        return RecordIds.isPlanted(verified.getId());
    }
}
