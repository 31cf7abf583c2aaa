package io.millrace.evaluator.dataset;

import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.review.BadShare;
import io.millrace.evaluator.review.Kappa;
import io.millrace.evaluator.review.Opinions;
import io.millrace.evaluator.review.Statistics;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ReviewOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Counts what people decided in a version's ranges. */
final class ReviewTally {

    private static final int DECIMALS = 4;

    private final Counter<String> outcomes = Counter.ofTexts();
    private final List<Kappa.Pair> pairs = new ArrayList<>();
    private long reviewed;
    private int sample;
    private int bad;

    /** Whether the record had been decided on before, and stays in its dataset or is withdrawn from it by itself. */
    static boolean ofKept(Evaluated evaluated) {
        return evaluated.getReviewOutcome() != null && evaluated.getReason().equals(Ruling.REPEATED);
    }

    /** Those that were kept before were drawn at random. */
    void add(Evaluated evaluated) {
        String outcome = evaluated.getReviewOutcome();
        if (outcome == null) {
            return;
        }
        reviewed++;
        outcomes.add(Counter.brief(outcome));
        new Opinions(evaluated.getReviews()).pair().ifPresent(pairs::add);
        if (ofKept(evaluated)) {
            sample++;
            bad += outcome.equals(ReviewOutcome.ACCEPT.name()) ? 0 : 1;
        }
    }

    Decisions.Reviews reviews() {
        Decisions.Agreement agreement = Kappa.of(pairs)
                .map(kappa -> new Decisions.Agreement(
                        kappa.items(),
                        rounded(kappa.agreement()),
                        rounded(kappa.value()),
                        rounded(kappa.standardError())))
                .orElse(null);
        Double bound = sample == 0 ? null : rounded(BadShare.bound(bad, sample, Statistics.CONFIDENCE));
        return new Decisions.Reviews(reviewed, outcomes.sorted(), agreement, sample, bad, bound);
    }

    /** Upwards, so that a bound stays one. */
    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.CEILING)
                .doubleValue();
    }
}
