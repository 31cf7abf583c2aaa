package io.millrace.evaluator.dataset;

import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Figures;
import io.millrace.schemas.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the records in a version's ranges. */
final class DecisionTally {

    private final Counter<Cause> causes = new Counter<>(new Cause(Decision.DROP, Counter.OTHERS));
    private final Counter<Conclusion> conclusions =
            new Counter<>(new Conclusion(Counter.OTHERS, "", "", Counter.OTHERS));
    private final ReviewTally reviews = new ReviewTally();
    private final TailTally tail = new TailTally();
    private final AgreementTally agreement = new AgreementTally();
    private final CostTally costs = new CostTally();
    private long decided;
    private long kept;
    private long planted;

    private record Cause(Decision decision, String reason) {}

    private record Conclusion(String check, String version, String configHash, String outcome) {

        static Conclusion of(CheckResult check) {
            return new Conclusion(
                    Counter.brief(check.getName()),
                    Counter.brief(check.getVersion()),
                    check.getConfigHash(),
                    check.getOutcome().name());
        }
    }

    void add(Evaluated evaluated) {
        if (evaluated.getVerified().getPlanted() != null) {
            planted++;
            return;
        }
        reviews.add(evaluated);
        if (ReviewTally.ofKept(evaluated)) {
            return;
        }
        judge(evaluated);
        decided++;
        kept += evaluated.getDecision() == Decision.KEEP ? 1 : 0;
        causes.add(new Cause(evaluated.getDecision(), Counter.brief(evaluated.getReason())));
        evaluated.getVerified().getChecks().forEach(check -> conclusions.add(Conclusion.of(check)));
    }

    /** What came again was judged and paid for when it came first. */
    private void judge(Evaluated evaluated) {
        if (evaluated.getReason().equals(Ruling.REPEATED)) {
            return;
        }
        Candidate candidate = evaluated.getVerified().getCandidate();
        Seed seed = candidate.getSeed();
        tail.add(seed.getDomain(), seed.getProtectedCase(), evaluated.getDecision() == Decision.KEEP);
        agreement.add(evaluated.getVerified().getChecks());
        costs.add(candidate);
    }

    /** @param figures null where nothing was noted of the records */
    DatasetQuality quality(@Nullable Figures figures) {
        return new DatasetQuality(
                figures == null ? null : DatasetQuality.Windows.of(figures),
                tail.tail(),
                agreement.agreement(),
                costs.cost(kept));
    }

    long kept() {
        return kept;
    }

    Decisions decisions() {
        List<Decisions.Reason> reasons = causes.ranked((cause, many) ->
                new Decisions.Reason(cause.decision().name(), cause.reason(), many, Shares.of(many, decided)));
        return new Decisions(decided, kept, planted, reasons, checks(), reviews.reviews());
    }

    private List<Decisions.Check> checks() {
        SortedMap<String, Decisions.Check> checks = new TreeMap<>();
        for (Map.Entry<Conclusion, Long> entry : conclusions.ranked(Map::entry)) {
            Conclusion conclusion = entry.getKey();
            var check = new Decisions.Check(
                    conclusion.check(), conclusion.version(), conclusion.configHash(), new TreeMap<>());
            checks.computeIfAbsent(check.named().name(), name -> check)
                    .outcomes()
                    .put(conclusion.outcome(), entry.getValue());
        }
        return new ArrayList<>(checks.values());
    }
}
