package io.millrace.deploy.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Seed;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found about each candidate, for a report of one line each. */
public final class Verdicts implements Outcomes {

    private static final double MICROS_IN_MILLI = 1_000.0;

    private final Map<String, Line> byCandidate = new HashMap<>();

    /**
     * What was found about one candidate.
     *
     * @param verdict the verdict's name, or {@code DEAD_LETTERED} or {@code UNACCOUNTED} where there is none
     */
    public record Line(
            String candidateId,
            String seedId,
            String model,
            String verdict,
            String reason,
            List<CheckLine> checks,
            double tookMs) {

        public Line {
            checks = List.copyOf(checks);
        }

        @JsonIgnore
        public boolean accepted() {
            return verdict.equals(VerdictKind.ACCEPTED.name());
        }
    }

    /** What one check concluded. */
    public record CheckLine(String name, String version, String outcome, String evidence, double tookMs) {}

    @Override
    public void evaluated(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        List<CheckLine> checks =
                verified.getChecks().stream().map(Verdicts::line).toList();
        Candidate candidate = verified.getCandidate();
        byCandidate.put(candidate.getId(), line(candidate, verified.getVerdict().name(), verified.getReason(), checks));
    }

    @Override
    public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {
        if (candidate != null) {
            byCandidate.put(candidate.getId(), line(candidate, "DEAD_LETTERED", letter.getErrorClass(), List.of()));
        }
    }

    /** What was found about a candidate. */
    public Line of(Candidate candidate) {
        return byCandidate.getOrDefault(candidate.getId(), line(candidate, "UNACCOUNTED", "UNACCOUNTED", List.of()));
    }

    private static Line line(Candidate candidate, String verdict, String reason, List<CheckLine> checks) {
        ModelRef model = candidate.getModel();
        return new Line(
                candidate.getId(),
                candidate.getSeed().getId(),
                model == null ? "" : model.getRequested(),
                verdict,
                reason,
                checks,
                checks.stream().mapToDouble(CheckLine::tookMs).sum());
    }

    private static CheckLine line(CheckResult check) {
        return new CheckLine(
                check.getName(),
                check.getVersion(),
                check.getOutcome().name(),
                check.getEvidence(),
                check.getTookMicros() / MICROS_IN_MILLI);
    }
}
