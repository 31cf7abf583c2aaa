package io.millrace.deploy.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally(Map.of("s-1", 2, "s-2", 1), candidate -> candidate.getSampleIndex() == 1);

    @Test
    void isCompleteOnceEverySampleHasAnOutcome() {
        tally.evaluated(Records.evaluated("s-1", 0, VerdictKind.ACCEPTED, Decision.KEEP, "KEPT"));
        tally.evaluated(Records.evaluated("s-1", 1, VerdictKind.REJECTED, Decision.DROP, "WRONG_ANSWER"));

        assertThat(tally.complete()).isFalse();

        tally.deadLettered(Records.seed("s-2", 1), null, Records.letter("seeds", 7, null));

        assertThat(tally.complete()).isTrue();
        assertThat(tally.report(1).unaccounted()).isZero();
    }

    @Test
    void addsUpToWhatWasAskedFor() {
        tally.evaluated(Records.evaluated("s-1", 0, VerdictKind.ACCEPTED, Decision.DROP, "DUPLICATE"));
        tally.deadLettered(Records.seed("s-1", 2), null, Records.letter("seeds", 7, 1));

        Report report = tally.report(2);

        assertThat(report.accepted()
                        + report.rejected()
                        + report.undecided()
                        + report.deadLettered()
                        + report.unaccounted())
                .isEqualTo(3);
        assertThat(report.candidates()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.recordsPerSecond()).isEqualTo(1);
        assertThat(report.sound()).isFalse();
    }

    @Test
    void whatIsNearlyTheSameIsADuplicateToo() {
        tally.evaluated(Records.evaluated("s-1", 0, VerdictKind.ACCEPTED, Decision.DROP, "DUPLICATE"));
        tally.evaluated(Records.evaluated("s-1", 1, VerdictKind.ACCEPTED, Decision.DROP, "NEAR_DUPLICATE"));

        assertThat(tally.report(1).duplicates()).isEqualTo(2);
    }

    @Test
    void aDeadSeedTakesAllItsSamplesWithIt() {
        tally.deadLettered(Records.seed("s-1", 2), null, Records.letter("seeds", 7, null));

        assertThat(tally.report(1).deadLettered()).isEqualTo(2);
    }

    @Test
    void anOutcomeThatComesTwiceIsNotSound() {
        for (int time = 0; time < 2; time++) {
            tally.evaluated(Records.evaluated("s-1", 0, VerdictKind.ACCEPTED, Decision.KEEP, "KEPT"));
        }
        tally.deadLettered(Records.seed("s-1", 2), null, Records.letter("seeds", 7, 1));
        tally.deadLettered(Records.seed("s-2", 1), null, Records.letter("seeds", 8, null));

        assertThat(tally.report(1).kept()).isEqualTo(1);
        assertThat(tally.report(1).unaccounted()).isEqualTo(1);
    }

    @Test
    void whatPeopleDecideLaterIsNoFurtherOutcome() {
        tally.evaluated(Records.evaluated("s-1", 0, VerdictKind.UNDECIDED, Decision.REVIEW, "CHECK_TIMEOUT"));
        Review review = Review.newBuilder()
                .setRecord("c-1")
                .setReviewer("ann")
                .setOutcome(ReviewOutcome.ACCEPT)
                .setReviewedAt(Instant.EPOCH)
                .build();
        tally.evaluated(Evaluated.newBuilder(Records.evaluated("s-1", 0, VerdictKind.UNDECIDED, Decision.KEEP, "KEPT"))
                .setReviews(List.of(review))
                .build());

        assertThat(tally.found()).isEqualTo(1);
        assertThat(tally.repeated()).isZero();
    }

    @Test
    void aWrongAnswerThatIsAcceptedIsNotSound() {
        tally.evaluated(Records.evaluated("s-1", 1, VerdictKind.ACCEPTED, Decision.KEEP, "KEPT"));

        assertThat(tally.report(1).falseAccepts()).isEqualTo(1);
    }
}
