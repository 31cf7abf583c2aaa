package io.millrace.evaluator.stream;

import io.millrace.evaluator.review.Sampling;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.ReviewRequest;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Says what people are asked about a decision, and where it lies. */
final class AskReview extends ContextualProcessor<String, Evaluated, String, ReviewCase> {

    private final Sampling sampling;

    AskReview(Sampling sampling) {
        this.sampling = sampling;
    }

    @Override
    public void process(Record<String, Evaluated> record) {
        var place = context().recordMetadata().orElseThrow();
        Evaluated evaluated = record.value();
        Candidate candidate = evaluated.getVerified().getCandidate();
        var request = new ReviewRequest(
                candidate.getId(),
                candidate.getSeed().getDataset(),
                new Coordinates(place.topic(), place.partition(), place.offset()),
                Sampling.reason(evaluated),
                evaluated.getDecision() == Decision.KEEP,
                sampling.reviewers(candidate.getId()),
                Instant.ofEpochMilli(record.timestamp()));
        ReviewCase asked = ReviewCase.newBuilder()
                .setRequest(request)
                .setEvaluated(evaluated)
                .build();
        context().forward(record.withKey(candidate.getId()).withValue(asked));
    }
}
