package io.millrace.evaluator.stream;

import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Evaluated;
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

    /** An evaluated record tells of two stages. What was planted has no part in the rates of verdicts. */
    static List<Counted> of(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        String strategy = candidate.getStrategy().getName();
        String domain = candidate.getSeed().getDomain();
        String verdict = evaluated.getReason().equals(Ruling.PLANTED)
                ? Ruling.PLANTED
                : verified.getVerdict().name();
        return List.of(
                new Counted("verified", strategy, domain, verdict, verified.getReason()),
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
