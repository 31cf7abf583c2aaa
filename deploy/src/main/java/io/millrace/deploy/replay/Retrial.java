package io.millrace.deploy.replay;

import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.verifier.check.Conclusion;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.VerificationFailedException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges a candidate that has a verdict once more. */
record Retrial(Examination examination, Roles roles) {

    /** What a check says when it was not able to work, or when this machine has not what it needs. */
    private static final Set<Reason> FAILURES = EnumSet.of(
            Reason.SANDBOX_ERROR,
            Reason.MODEL_ERROR,
            Reason.CHECK_TIMEOUT,
            Reason.CHECK_ERROR,
            Reason.UNSUPPORTED_LANGUAGE);

    Comparison of(Shelf.Entry<Verified> entry) {
        Verified old = entry.value();
        Side was = side(old.getVerdict(), old.getReason(), old.getChecks());
        try {
            Conclusion conclusion = examination.of(old.getCandidate());
            Side now = side(conclusion.verdict(), conclusion.reason().name(), conclusion.checks());
            Change change = FAILURES.contains(conclusion.reason())
                    ? Change.NOT_JUDGED
                    : Change.of(was.verdict(), now.verdict());
            return comparison(change, entry, was, now);
        } catch (VerificationFailedException e) {
            Side none =
                    new Side(VerdictKind.UNDECIDED, Reason.SANDBOX_ERROR.name(), "", String.valueOf(e.getMessage()));
            return comparison(Change.NOT_JUDGED, entry, was, none);
        }
    }

    private Side side(VerdictKind verdict, String reason, List<CheckResult> checks) {
        Side side = Side.of(verdict, reason);
        return roles.decisive(verdict, checks).map(side::restingOn).orElse(side);
    }

    private static Comparison comparison(Change change, Shelf.Entry<Verified> entry, Side was, Side now) {
        Candidate candidate = entry.value().getCandidate();
        return new Comparison(
                change,
                candidate.getId(),
                candidate.getSeed().getId(),
                candidate.getSeed().getDataset(),
                entry.partition(),
                entry.offset(),
                was,
                now);
    }
}
