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
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The checks of the service in the order they run, cheap ones first: the first that finds a fault spares the others. */
public final class Examination {

    private final List<Check> checks;
    private final LongSupplier nanoTime;

    public Examination(List<Check> checks, LongSupplier nanoTime) {
        this.checks = List.copyOf(checks);
        this.nanoTime = nanoTime;
    }

    public List<Check> checks() {
        return checks;
    }

    /** SHA-256 in lower-case hex over everything that shapes a conclusion. */
    public String configHash() {
        return Hash.of(checks.stream()
                .flatMap(check -> List.of(check.name(), check.version(), check.configHash()).stream())
                .toList());
    }

    /**
     * Runs every check that applies.
     *
     * @throws VerificationFailedException if a sandbox of ours is broken
     */
    public Conclusion of(Candidate candidate) throws VerificationFailedException {
        List<CheckResult> results = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        boolean refuted = false;
        for (Check check : checks) {
            if (!check.appliesTo(candidate)) {
                continue;
            }
            if (refuted) {
                results.add(skipped(check));
                continue;
            }
            long start = nanoTime.getAsLong();
            Verdict verdict = judge(check, candidate);
            results.add(result(check, verdict, nanoTime.getAsLong() - start));
            verdicts.add(verdict);
            refuted = kind(verdict) == VerdictKind.REJECTED;
        }
        return conclude(verdicts, results);
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

    private static Conclusion conclude(List<Verdict> verdicts, List<CheckResult> results) {
        Extraction extraction = verdicts.stream()
                .map(verdict -> verdict.evidence().extraction())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Verdict decisive = decisive(verdicts);
        return decisive == null
                ? new Conclusion(VerdictKind.UNDECIDED, Reason.UNSUPPORTED_TASK, results, extraction)
                : new Conclusion(kind(decisive), decisive.reason(), results, extraction);
    }

    /** A fault found outweighs what could not be decided, and that outweighs a pass. */
    private static @Nullable Verdict decisive(List<Verdict> verdicts) {
        for (VerdictKind kind : List.of(VerdictKind.REJECTED, VerdictKind.UNDECIDED, VerdictKind.ACCEPTED)) {
            for (Verdict verdict : verdicts) {
                if (kind(verdict) == kind) {
                    return verdict;
                }
            }
        }
        return null;
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
