package io.millrace.evaluator.stream;

import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.ReviewRequest;

/**
 * A record that people have decided on.
 *
 * @param evaluated the decision that they were asked about
 */
record Settled(ReviewRequest request, Evaluated evaluated, Judgement judgement) {

    String seedId() {
        return evaluated.getVerified().getCandidate().getSeed().getId();
    }

    /** Whether it takes a record out of its dataset. */
    boolean withdraws() {
        return request.getKept() && judgement.outcome() == ReviewOutcome.REJECT;
    }
}
