package io.millrace.evaluator.stream;

import io.millrace.evaluator.review.Sampling;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/** Asks people about decisions, and brings what they decide back to where datasets are decided on. */
final class ReviewTopology {

    private static final Serde<String> TEXT = Serdes.String();

    private final Formats formats;
    private final Sampling sampling;

    ReviewTopology(Formats formats, Sampling sampling) {
        this.formats = formats;
        this.sampling = sampling;
    }

    /** Adds itself to a topology; the records that people have decided on come out, each with its {@link Judgement}. */
    KStream<String, Verified> build(StreamsBuilder builder, KStream<String, Evaluated> evaluated) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(HearCase.CASES), TEXT, formats.reviewCase()));
        KStream<String, ReviewCase> asked = evaluated
                .filter((key, value) -> sampling.includes(value), Named.as("asked"))
                .process(() -> new AskReview(sampling), Named.as("ask-review"));
        asked.mapValues(ReviewCase::getRequest, Named.as("request"))
                .to(
                        Topic.REVIEW_REQUESTS.name(),
                        Produced.with(TEXT, formats.reviewRequest()).withName("review-requests"));
        // Both meet in one task, which hears of the request first: nobody can review what was not asked for.
        KStream<String, Settled> settled = asked.merge(reviews(builder), Named.as("asked-or-reviewed"))
                .repartition(Repartitioned.with(TEXT, formats.reviewCase()).withName(Topic.REVIEW_CASES.name()))
                .process(HearCase::new, Named.as("hear-case"), HearCase.CASES);
        settled.filter((key, value) -> value.withdraws(), Named.as("rejected-of-kept"))
                .process(WithdrawRejected::new, Named.as("withdraw-rejected"))
                .to(
                        Topic.WITHDRAWALS.name(),
                        Produced.with(TEXT, formats.withdrawal()).withName("withdrawals-of-reviews"));
        return settled.process(() -> new SubmitAgain(formats), Named.as("submit-again"));
    }

    private KStream<String, ReviewCase> reviews(StreamsBuilder builder) {
        return builder.stream(
                        Topic.REVIEWS.name(),
                        Consumed.with(TEXT, formats.review()).withName("reviews"))
                .filter((key, value) -> value != null, Named.as("reviews-of-something"))
                .selectKey((key, value) -> value.getRecord(), Named.as("review-by-record"))
                .mapValues(ReviewTopology::part, Named.as("review-alone"));
    }

    private static ReviewCase part(Review review) {
        return ReviewCase.newBuilder().setReviews(List.of(review)).build();
    }
}
