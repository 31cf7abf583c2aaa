package io.millrace.evaluator.review;

import static io.millrace.schemas.ReviewOutcome.ACCEPT;
import static io.millrace.schemas.ReviewOutcome.EDIT;
import static io.millrace.schemas.ReviewOutcome.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.TrustedRecords;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpinionsTest {

    @BeforeAll
    static void trust() {
        TrustedRecords.allow();
    }

    @Test
    void oneIsEnoughWhereOneIsAsked() {
        assertThat(of().settling(1)).isEmpty();
        assertThat(of(REJECT).settling(1)).map(Review::getOutcome).contains(REJECT);
        assertThat(of(ACCEPT, REJECT).settling(1)).map(Review::getOutcome).contains(ACCEPT);
    }

    @Test
    void twoWhoDisagreeLeaveItToAThird() {
        assertThat(of(ACCEPT).settling(2)).isEmpty();
        assertThat(of(ACCEPT, REJECT).settling(2)).isEmpty();
        assertThat(of(ACCEPT, REJECT, REJECT).settling(2))
                .map(Review::getReviewer)
                .contains("r2");
        assertThat(of(ACCEPT, REJECT, EDIT).settling(2)).isEmpty();
    }

    @Test
    void fourSettleItInAnyCase() {
        var random = new SplittableRandom(1);
        ReviewOutcome[] outcomes = {ACCEPT, REJECT, EDIT};
        for (int round = 0; round < 200; round++) {
            ReviewOutcome[] four = new ReviewOutcome[4];
            for (int i = 0; i < 4; i++) {
                four[i] = outcomes[random.nextInt(3)];
            }

            assertThat(of(four).settling(2)).isPresent();
        }
    }

    @Test
    void whatIsSaidLaterChangesNothingThatIsSettled() {
        Opinions settled = of(ACCEPT, ACCEPT);

        assertThat(settled.with(review("late", REJECT)).settling(2)).isEqualTo(settled.settling(2));
    }

    @Test
    void nobodyCountsTwice() {
        Opinions once = of(ACCEPT);

        assertThat(once.with(review("r0", ACCEPT))).isEqualTo(once);
        assertThat(once.with(review("r0", REJECT))).isEqualTo(once);
        assertThat(once.include("r0")).isTrue();
        assertThat(once.include("r1")).isFalse();
    }

    @Test
    void theFirstTwoArePairedWhateverAThirdSays() {
        assertThat(of(ACCEPT).pair()).isEmpty();
        assertThat(of(ACCEPT, REJECT, REJECT).pair()).contains(new Kappa.Pair(ACCEPT, REJECT));
    }

    private static Opinions of(ReviewOutcome... outcomes) {
        Opinions opinions = new Opinions(List.of());
        for (int i = 0; i < outcomes.length; i++) {
            opinions = opinions.with(review("r" + i, outcomes[i]));
        }
        return opinions;
    }

    private static Review review(String reviewer, ReviewOutcome outcome) {
        return Review.newBuilder()
                .setRecord("c-1")
                .setReviewer(reviewer)
                .setOutcome(outcome)
                .setReviewedAt(Samples.CREATED)
                .build();
    }
}
