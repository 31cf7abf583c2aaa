package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.monitor.LineageSource.Located;
import io.millrace.evaluator.review.Edits;
import io.millrace.schemas.ReviewRequest;

/**
 * A record that somebody is asked about.
 *
 * @param reason why: "SAMPLED", or why it could not be decided on
 * @param kept whether it is in the dataset already
 * @param reviewers how many must agree
 * @param editable whether another answer can take the place of its own
 * @param open how many records wait for somebody, this one among them
 */
@Serdeable
record ReviewTask(String id, String reason, boolean kept, int reviewers, boolean editable, long open, Lineage record) {

    static ReviewTask of(ReviewRequest request, Located located, long open) {
        return new ReviewTask(
                request.getRecord(),
                request.getReason(),
                request.getKept(),
                request.getReviewers(),
                editable(request, located),
                open,
                Lineage.of(located));
    }

    static boolean editable(ReviewRequest request, Located located) {
        return !request.getKept() && Edits.fit(located.evaluated().getVerified());
    }
}
