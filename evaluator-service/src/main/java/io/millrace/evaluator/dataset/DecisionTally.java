package io.millrace.evaluator.dataset;

import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of the records in a version's ranges. */
final class DecisionTally {

    private static final int SHARE_DECIMALS = 4;

    private final Counter<Cause> causes = new Counter<>(new Cause(Decision.DROP, Counter.OTHERS));
    private final Counter<Conclusion> conclusions =
            new Counter<>(new Conclusion(Counter.OTHERS, "", "", Counter.OTHERS));
    private final ReviewTally reviews = new ReviewTally();
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
        decided++;
        kept += evaluated.getDecision() == Decision.KEEP ? 1 : 0;
        causes.add(new Cause(evaluated.getDecision(), Counter.brief(evaluated.getReason())));
        evaluated.getVerified().getChecks().forEach(check -> conclusions.add(Conclusion.of(check)));
    }

    long kept() {
        return kept;
    }

    Decisions decisions() {
        List<Decisions.Reason> reasons = causes.ranked((cause, many) ->
                new Decisions.Reason(cause.decision().name(), cause.reason(), many, share(many, decided)));
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

    static double share(long part, long whole) {
        return whole == 0
                ? 0
                : BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
