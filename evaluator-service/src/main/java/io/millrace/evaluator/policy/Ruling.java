package io.millrace.evaluator.policy;

import io.millrace.evaluator.dedup.Novelty;
import io.millrace.schemas.Decision;
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

    /** On an accepted record, which is kept unless its dataset holds the content already. */
    public static Ruling onAccepted(Novelty novelty) {
        return switch (novelty) {
            case Novelty.First first -> new Ruling(Decision.KEEP, KEPT, null);
            case Novelty.Repeated repeated -> new Ruling(Decision.DROP, REPEATED, null);
            case Novelty.DuplicateOf duplicate -> new Ruling(Decision.DROP, DUPLICATE, duplicate.candidateId());
        };
    }

    /** On a record that was not accepted; one that could not be decided is for a person to look at. */
    public static Ruling onOthers(Verified verified) {
        return switch (verified.getVerdict()) {
            case ACCEPTED -> throw new IllegalArgumentException("an accepted record is ruled on by its novelty");
            case REJECTED -> new Ruling(Decision.DROP, verified.getReason(), null);
            case UNDECIDED -> new Ruling(Decision.REVIEW, verified.getReason(), null);
        };
    }
}
