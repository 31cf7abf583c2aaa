package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.VerdictKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The checks of the service in the order they run, cheap ones first: the first fault found spares the others. */
public final class Examination {

    private final List<CheckStep> steps;
    private final LongSupplier nanoTime;
    private final Persistence persistence;

    public Examination(List<CheckStep> steps, LongSupplier nanoTime, Persistence persistence) {
        this.steps = List.copyOf(steps);
        this.nanoTime = nanoTime;
        this.persistence = persistence;
    }

    /** An examination that asks every check just once. */
    public Examination(List<CheckStep> steps, LongSupplier nanoTime) {
        this(steps, nanoTime, Persistence.none());
    }

    public List<Check> checks() {
        return steps.stream().map(CheckStep::check).toList();
    }

    /** SHA-256 in lower-case hex over everything that shapes a conclusion. */
    public String configHash() {
        return Hash.of(steps.stream().map(CheckStep::hash).toList());
    }

    /** The check with the fewest places of those that concern the candidate; nothing where none of them waits for a place. */
    public Optional<Check> bottleneck(Candidate candidate) {
        return steps.stream()
                .filter(step -> step.check().places().isPresent() && step.concerns(candidate))
                .map(CheckStep::check)
                .min(Comparator.comparingInt(check -> check.places().getAsInt()));
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
            Persistence.Finding finding = judge(step.check(), candidate);
            results.add(result(step.check(), finding, nanoTime.getAsLong() - start));
            opinions.add(new Opinion(step.roleFor(candidate), finding));
            refuted = step.role() != Role.INFORMS && kind(finding.verdict()) == VerdictKind.REJECTED;
        }
        return conclude(opinions, results);
    }

    /** What one check said, and what that does. */
    private record Opinion(Role role, Persistence.Finding finding) {

        Verdict verdict() {
            return finding.verdict();
        }

        boolean counts(VerdictKind kind) {
            return kind(verdict()) == kind
                    && (role == Role.DECIDES || (role == Role.SCREENS && kind != VerdictKind.ACCEPTED));
        }
    }

    private Persistence.Finding judge(Check check, Candidate candidate) throws VerificationFailedException {
        Persistence.Finding finding = persistence.judge(check, candidate);
        if (finding.verdict().reason() == Reason.SANDBOX_ERROR) {
            throw new VerificationFailedException(check.name(), finding);
        }
        return finding;
    }

    private static Conclusion conclude(List<Opinion> opinions, List<CheckResult> results) {
        Extraction extraction = opinions.stream()
                .map(opinion -> opinion.verdict().evidence().extraction())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        int attempts = opinions.stream()
                .mapToInt(opinion -> opinion.finding().attempts())
                .max()
                .orElse(1);
        Optional<Verdict> decisive = decisive(opinions);
        return new Conclusion(
                decisive.map(Examination::kind).orElse(VerdictKind.UNDECIDED),
                decisive.map(Verdict::reason).orElse(Reason.UNSUPPORTED_TASK),
                results,
                extraction,
                attempts);
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

    private static CheckResult result(Check check, Persistence.Finding finding, long tookNanos) {
        Evidence evidence = finding.verdict().evidence();
        return receipt(check, outcome(finding.verdict()), evidence.text())
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
