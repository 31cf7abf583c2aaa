package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The checks of the service in the order they run, cheap ones first: the first fault found spares the others. */
public final class Examination {

    private final List<CheckStep> steps;
    private final LongSupplier nanoTime;

    public Examination(List<CheckStep> steps, LongSupplier nanoTime) {
        this.steps = List.copyOf(steps);
        this.nanoTime = nanoTime;
    }

    public List<Check> checks() {
        return steps.stream().map(CheckStep::check).toList();
    }

    /** SHA-256 in lower-case hex over everything that shapes a conclusion. */
    public String configHash() {
        return Hash.of(steps.stream().map(CheckStep::hash).toList());
    }

    /**
     * Runs every check that concerns the candidate.
     *
     * @throws VerificationFailedException if a sandbox of ours is broken
     */
    public Conclusion of(Candidate candidate) throws VerificationFailedException {
        List<CheckResult> results = new ArrayList<>();
        List<Opinion> opinions = new ArrayList<>();
        boolean refuted = false;
        for (CheckStep step : steps) {
            if (!step.concerns(candidate)) {
                continue;
            }
            if (refuted) {
                results.add(skipped(step.check()));
                continue;
            }
            long start = nanoTime.getAsLong();
            Verdict verdict = judge(step.check(), candidate);
            results.add(result(step.check(), verdict, nanoTime.getAsLong() - start));
            opinions.add(new Opinion(step.roleFor(candidate), verdict));
            refuted = step.role() != Role.INFORMS && kind(verdict) == VerdictKind.REJECTED;
        }
        return conclude(opinions, results);
    }

    /** What one check said, and what that does. */
    private record Opinion(Role role, Verdict verdict) {

        boolean counts(VerdictKind kind) {
            return kind(verdict) == kind
                    && (role == Role.DECIDES || (role == Role.SCREENS && kind != VerdictKind.ACCEPTED));
        }
    }

    private static Verdict judge(Check check, Candidate candidate) throws VerificationFailedException {
        Verdict verdict;
        try {
            verdict = check.apply(candidate);
        } catch (RuntimeException broken) {
            return new Verdict.Errored(Reason.CHECK_ERROR, Evidence.of(place(broken)));
        }
        if (verdict instanceof Verdict.Errored && verdict.reason() == Reason.SANDBOX_ERROR) {
            throw new VerificationFailedException(check.name(), verdict.evidence());
        }
        return verdict;
    }

    /** Where it broke. The message is left out: it may quote the candidate. */
    private static String place(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        String name = broken.getClass().getName();
        return trace.length == 0 ? name : name + " at " + trace[0];
    }

    private static Conclusion conclude(List<Opinion> opinions, List<CheckResult> results) {
        Extraction extraction = opinions.stream()
                .map(opinion -> opinion.verdict().evidence().extraction())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return decisive(opinions)
                .map(verdict -> new Conclusion(kind(verdict), verdict.reason(), results, extraction))
                .orElseGet(() -> new Conclusion(VerdictKind.UNDECIDED, Reason.UNSUPPORTED_TASK, results, extraction));
    }

    /** A fault found outweighs what could not be decided, and that outweighs a pass. */
    private static Optional<Verdict> decisive(List<Opinion> opinions) {
        return Stream.of(VerdictKind.REJECTED, VerdictKind.UNDECIDED, VerdictKind.ACCEPTED)
                .flatMap(kind -> opinions.stream().filter(opinion -> opinion.counts(kind)))
                .map(Opinion::verdict)
                .findFirst();
    }

    private static VerdictKind kind(Verdict verdict) {
        return switch (outcome(verdict)) {
            case PASS -> VerdictKind.ACCEPTED;
            case FAIL, UNPARSEABLE -> VerdictKind.REJECTED;
            case UNSUPPORTED, ERROR, TIMEOUT, SKIPPED -> VerdictKind.UNDECIDED;
        };
    }

    private static CheckOutcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass pass -> CheckOutcome.PASS;
            case Verdict.Fail fail -> CheckOutcome.FAIL;
            case Verdict.Unparseable unparseable -> CheckOutcome.UNPARSEABLE;
            case Verdict.Unsupported unsupported -> CheckOutcome.UNSUPPORTED;
            case Verdict.Errored errored -> CheckOutcome.ERROR;
            case Verdict.TimedOut timedOut -> CheckOutcome.TIMEOUT;
        };
    }

    private static CheckResult result(Check check, Verdict verdict, long tookNanos) {
        Evidence evidence = verdict.evidence();
        return receipt(check, outcome(verdict), evidence.text())
                .setScore(evidence.score())
                .setTookMicros(tookNanos / 1_000)
                .setIsolation(evidence.isolation())
                .setMeasurements(evidence.measurements())
                .build();
    }

    private static CheckResult skipped(Check check) {
        return receipt(check, CheckOutcome.SKIPPED, "an earlier check found a fault")
                .setTookMicros(0)
                .build();
    }

    private static CheckResult.Builder receipt(Check check, CheckOutcome outcome, String evidence) {
        return CheckResult.newBuilder()
                .setName(check.name())
                .setVersion(check.version())
                .setConfigHash(check.configHash())
                .setOutcome(outcome)
                .setEvidence(evidence);
    }
}
