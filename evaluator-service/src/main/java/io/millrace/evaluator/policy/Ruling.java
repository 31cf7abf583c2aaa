package io.millrace.evaluator.policy;

import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Neighbour;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a record, and why.
 *
 * @param reason a code; a metric label, so few values
 * @param duplicateOf the kept candidate with the same content, or null where that is not the reason
 * @param nearest the kept candidate that is nearest to it, where one is near
 * @param drop the rule by which an eligible record is dropped
 */
public record Ruling(
        Decision decision,
        String reason,
        @Nullable String duplicateOf,
        @Nullable Neighbour nearest,
        @Nullable Drop drop) {

    public static final String KEPT = "KEPT";
    public static final String DUPLICATE = "DUPLICATE";
    public static final String NEAR_DUPLICATE = "NEAR_DUPLICATE";

    /** Too many steps from real data. */
    public static final String TOO_DEEP = "TOO_DEEP";

    /** The dataset would hold too much that nobody wrote. */
    public static final String TOO_SYNTHETIC = "TOO_SYNTHETIC";

    /** The dataset would hold too much of one kind. */
    public static final String OVER_CAP = "OVER_CAP";

    /** It gives away what models are measured by. */
    public static final String CONTAMINATED = "CONTAMINATED";

    /** The reasons that say that the content was there before. */
    public static final Set<String> DUPLICATES = Set.of(DUPLICATE, NEAR_DUPLICATE);

    /** The same candidate came again after it was kept. */
    public static final String REPEATED = "REPEATED";

    /** People turned it away. */
    public static final String REVIEWED = "REVIEWED";

    /** The candidate was planted to try the verifier. */
    public static final String PLANTED = "PLANTED";

    /** Whether a record is to be kept unless it exceeds a limit. */
    public static boolean isEligible(Verified verified) {
        return verified.getVerdict() == VerdictKind.ACCEPTED && !isPlanted(verified);
    }

    /** On a record that is not eligible; one that could not be decided is for a person to look at. */
    public static Ruling onOthers(Verified verified) {
        if (isPlanted(verified)) {
            return of(Decision.DROP, PLANTED);
        }
        return switch (verified.getVerdict()) {
            case ACCEPTED -> throw new IllegalArgumentException("an eligible record is ruled on by its novelty");
            case REJECTED -> of(Decision.DROP, verified.getReason());
            case UNDECIDED -> of(Decision.REVIEW, verified.getReason());
        };
    }

    /** On a record that people turned away. */
    public static Ruling reviewed() {
        return of(Decision.DROP, REVIEWED);
    }

    /** On a record that leaks a benchmark. */
    public static Ruling contaminated(Drop leak) {
        return dropped(CONTAMINATED, leak);
    }

    /** On a record that nothing speaks against. */
    public static Ruling kept() {
        return kept(null);
    }

    static Ruling kept(@Nullable Neighbour nearest) {
        return new Ruling(Decision.KEEP, KEPT, null, nearest, null);
    }

    static Ruling duplicate(Drop drop) {
        return new Ruling(Decision.DROP, DUPLICATE, drop.getRecord(), null, drop);
    }

    static Ruling nearDuplicate(Neighbour nearest, Drop drop) {
        return new Ruling(Decision.DROP, NEAR_DUPLICATE, null, nearest, drop);
    }

    static Ruling dropped(String reason, Drop drop) {
        return new Ruling(Decision.DROP, reason, null, null, drop);
    }

    static Ruling of(Decision decision, String reason) {
        return new Ruling(decision, reason, null, null, null);
    }

    private static boolean isPlanted(Verified verified) {
        return RecordIds.isPlanted(verified.getId());
    }
}
