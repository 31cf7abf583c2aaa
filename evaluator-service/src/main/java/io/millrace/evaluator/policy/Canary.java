package io.millrace.evaluator.policy;

import io.millrace.schemas.Planted;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import org.jspecify.annotations.Nullable;

/** What the verdict on a planted candidate shows of the check that it was planted for. */
public enum Canary {
    AS_EXPECTED,

    /** A wrong one was accepted. */
    FALSE_ACCEPT,

    /** A right one was not accepted. */
    FALSE_REJECT,

    /** The verifier did not know what it had planted, because it has other probes by now. */
    UNKNOWN;

    /** What a planted record shows. */
    public static Canary of(Verified verified) {
        @Nullable Planted planted = verified.getPlanted();
        if (planted == null) {
            return UNKNOWN;
        }
        boolean accepted = verified.getVerdict() == VerdictKind.ACCEPTED;
        if (accepted == planted.getRight()) {
            return AS_EXPECTED;
        }
        return accepted ? FALSE_ACCEPT : FALSE_REJECT;
    }
}
