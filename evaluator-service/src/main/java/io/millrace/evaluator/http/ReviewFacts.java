package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.Review;

/** What somebody said of a record. */
@Serdeable
record ReviewFacts(String reviewer, String outcome, String reason, String at) {

    static ReviewFacts of(Review review) {
        return new ReviewFacts(
                review.getReviewer(),
                review.getOutcome().name(),
                review.getReason(),
                review.getReviewedAt().toString());
    }
}
