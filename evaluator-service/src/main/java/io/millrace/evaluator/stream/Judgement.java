package io.millrace.evaluator.stream;

import io.millrace.evaluator.review.Opinions;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.ReviewRequest;
import io.millrace.schemas.wire.RecordSerde;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on a record; a header, so that the record goes the way of all others.
 *
 * @param settling the review that settled it
 */
record Judgement(ReviewRequest request, List<Review> reviews, Review settling) {

    private static final String HEADER = "millrace-reviews";

    /** Nothing while it is open. */
    static Optional<Judgement> of(ReviewRequest request, Opinions opinions) {
        return opinions.settling(request.getReviewers())
                .map(settling -> new Judgement(request, opinions.reviews(), settling));
    }

    ReviewOutcome outcome() {
        return settling.getOutcome();
    }

    /** The decision with the names of those whose it is. An edited answer is in the conversation, and the others in their topic. */
    Evaluated signed(Evaluated evaluated) {
        return Evaluated.newBuilder(evaluated)
                .setReviewOutcome(outcome().name())
                .setReviews(reviews.stream()
                        .map(review -> Review.newBuilder(review).setAnswer(null).build())
                        .toList())
                .build();
    }

    void writeTo(Headers headers, RecordSerde<ReviewCase> format) {
        ReviewCase settled =
                ReviewCase.newBuilder().setRequest(request).setReviews(reviews).build();
        headers.remove(HEADER).add(HEADER, format.encode(settled));
    }

    /** The judgement on a record, which goes on without the header; nothing on one that nobody was asked about. */
    static Optional<Judgement> take(Headers headers, RecordSerde<ReviewCase> format) {
        @Nullable Header header = headers.lastHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        headers.remove(HEADER);
        ReviewCase settled = format.decode(header.value());
        return Optional.ofNullable(settled.getRequest())
                .flatMap(request -> of(request, new Opinions(settled.getReviews())));
    }
}
