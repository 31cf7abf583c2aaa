package io.millrace.deploy.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.schemas.FalseAccept;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.Opening;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one check, as it is shown.
 *
 * @param open whether retraining events may go out as far as this check is concerned
 * @param probe the name of the wrong record that was planted and accepted
 * @param candidateId the id of that record
 * @param suspectSince when the check last rejected a wrong one that was planted; null where it never did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckGate(
        String check,
        boolean open,
        String since,
        @Nullable String probe,
        @Nullable String candidateId,
        @Nullable String suspectSince,
        @Nullable String openedBy,
        @Nullable String reason) {

    static CheckGate of(Gate gate) {
        Optional<FalseAccept> falseAccept = Optional.ofNullable(gate.getFalseAccept());
        Optional<Opening> opening = Optional.ofNullable(gate.getOpening());
        return new CheckGate(
                gate.getCheck(),
                gate.getStatus() == GateStatus.OPEN,
                gate.getSince().toString(),
                falseAccept.map(FalseAccept::getProbe).orElse(null),
                falseAccept.map(FalseAccept::getCandidateId).orElse(null),
                falseAccept
                        .map(FalseAccept::getLastRejectedAt)
                        .map(Instant::toString)
                        .orElse(null),
                opening.map(Opening::getOpenedBy).orElse(null),
                opening.map(Opening::getReason).orElse(null));
    }

    /** In words, in several lines. */
    public String text() {
        return open
                ? "%s: open since %s, opened by %s: %s".formatted(check, since, openedBy, reason)
                : """
                %s: closed since %s
                  it accepted   %s, which is wrong (probe '%s')
                  suspect       what it accepted %s
                  to open it    millrace gate open %s --reason "…\"""".formatted(
                                check,
                                since,
                                candidateId,
                                probe,
                                suspectSince == null ? "ever since it began" : "after " + suspectSince,
                                check);
    }
}
