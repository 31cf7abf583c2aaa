package io.millrace.deploy.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import io.millrace.schemas.VerdictKind;
import java.util.Locale;

/** How a new verdict compares with the old one. */
public enum Change {
    /** The same verdict, perhaps for another reason. */
    AGREES,
    /** Rejected or undecided until now. */
    NEWLY_ACCEPTED,
    /** Accepted or undecided until now. */
    NEWLY_REJECTED,
    /** Accepted or rejected until now. */
    NEWLY_UNDECIDED,
    /** Our own equipment failed, so there is no new verdict. */
    NOT_JUDGED;

    static Change of(VerdictKind was, VerdictKind now) {
        if (was == now) {
            return AGREES;
        }
        return switch (now) {
            case ACCEPTED -> NEWLY_ACCEPTED;
            case REJECTED -> NEWLY_REJECTED;
            case UNDECIDED -> NEWLY_UNDECIDED;
        };
    }

    /** The name as people write it, for instance "newly-accepted". */
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
