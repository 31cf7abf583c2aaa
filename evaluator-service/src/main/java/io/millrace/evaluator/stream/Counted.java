package io.millrace.evaluator.stream;

import io.millrace.evaluator.policy.Canary;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.util.List;

/** What a record counts as. Values from outside are bounded, because there is a row of counts for each. */
record Counted(String stage, String strategy, String domain, String outcome, String reason) {

    private static final int MAX_LENGTH = 64;
    private static final String OTHER = "other";

    Counted {
        strategy = bounded(strategy);
        domain = bounded(domain);
        reason = bounded(reason);
    }

    /** A record of which nothing is known but the topic it is on. */
    static Counted on(String topic) {
        return new Counted(topic, "", "", "", "");
    }

    /** An evaluated record tells of two stages. What was planted has no part in the rates of verdicts, but shows something of them. */
    static List<Counted> of(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        String strategy = candidate.getStrategy().getName();
        String domain = candidate.getSeed().getDomain();
        if (!evaluated.getReviews().isEmpty()) {
            // It was counted when it came the first time.
            return List.of(new Counted(
                    Topic.REVIEWS.name(),
                    strategy,
                    domain,
                    evaluated.getDecision().name(),
                    evaluated.getReason()));
        }
        Counted judged = evaluated.getReason().equals(Ruling.PLANTED)
                ? new Counted(
                        "verified",
                        strategy,
                        domain,
                        Ruling.PLANTED,
                        Canary.of(verified).name())
                : new Counted(
                        "verified", strategy, domain, verified.getVerdict().name(), verified.getReason());
        return List.of(
                judged,
                new Counted(
                        "evaluated", strategy, domain, evaluated.getDecision().name(), evaluated.getReason()));
    }

    /** The same without what came from outside, for when there are too many rows. */
    Counted withoutLabels() {
        return new Counted(stage, OTHER, OTHER, outcome, OTHER);
    }

    String key() {
        return String.join("|", stage, strategy, domain, outcome, reason);
    }

    private static String bounded(String label) {
        return label.length() <= MAX_LENGTH ? label : OTHER;
    }
}
