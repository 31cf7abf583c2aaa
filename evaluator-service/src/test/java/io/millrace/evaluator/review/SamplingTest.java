package io.millrace.evaluator.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.VerdictKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final Evaluated UNDECIDED = evaluated();

    @Test
    void everythingLeftOpenIsAskedAboutAndNothingThatWasDropped() {
        var sampling = new Sampling(0, 0);

        assertThat(sampling.includes(UNDECIDED)).isTrue();
        assertThat(Sampling.reason(UNDECIDED)).isEqualTo("CHECK_TIMEOUT");
        assertThat(new Sampling(1, 1).includes(decided(Decision.DROP))).isFalse();
    }

    @Test
    void ofWhatWasKeptOnlyTheShareIsAskedAbout() {
        assertThat(new Sampling(0, 0).includes(decided(Decision.KEEP))).isFalse();
        assertThat(new Sampling(1, 0).includes(decided(Decision.KEEP))).isTrue();
        assertThat(Sampling.reason(decided(Decision.KEEP))).isEqualTo("SAMPLED");
    }

    @Test
    void nobodyIsAskedAboutWhatPeopleDecided() {
        Review review = Review.newBuilder()
                .setRecord("c-1")
                .setReviewer("ann")
                .setOutcome(ReviewOutcome.ACCEPT)
                .setReviewedAt(Samples.CREATED)
                .build();
        Evaluated reviewed =
                Evaluated.newBuilder(UNDECIDED).setReviews(List.of(review)).build();

        assertThat(new Sampling(1, 1).includes(reviewed)).isFalse();
    }

    @Test
    void theShareIsThatOfIdsAndTheSameEachTime() {
        var sampling = new Sampling(0.01, 0.2);

        assertThat(share(sampling::isSampled)).isEqualTo(0.01, within(0.001));
        assertThat(share(id -> sampling.reviewers(id) == 2)).isEqualTo(0.2, within(0.005));
        assertThat(share(id -> sampling.isSampled(id) && sampling.reviewers(id) == 2))
                .as("one says nothing of the other")
                .isEqualTo(0.002, within(0.0005));
        assertThat(sampling.isSampled("c-7")).isEqualTo(new Sampling(0.01, 1).isSampled("c-7"));
    }

    @Test
    void aLargerShareHasAllOfASmaller() {
        var small = new Sampling(0.05, 0);
        var large = new Sampling(0.1, 0);

        assertThat(ids().filter(small::isSampled)).allMatch(large::isSampled);
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> new Sampling(1.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sampling(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double share(Predicate<String> which) {
        return ids().filter(which).count() / 100_000.0;
    }

    private static Stream<String> ids() {
        return IntStream.range(0, 100_000).mapToObj(i -> "c-" + i);
    }

    private static Evaluated decided(Decision decision) {
        return Evaluated.newBuilder(UNDECIDED).setDecision(decision).build();
    }

    private static Evaluated evaluated() {
        var verified = Samples.verified("seed-1", "42", VerdictKind.UNDECIDED, "CHECK_TIMEOUT");
        var evaluator = new Evaluator(new SplitShares(1, 0, 0), List.of(), Samples.PRODUCER);
        return evaluator.evaluate(
                verified,
                Ruling.onOthers(verified),
                Exposure.NONE,
                new Coordinates("verified", 0, 0L),
                Samples.CREATED);
    }
}
