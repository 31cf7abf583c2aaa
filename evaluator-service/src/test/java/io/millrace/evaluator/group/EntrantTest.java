package io.millrace.evaluator.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.dataset.EvaluatedRecords;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntrantTest {

    @Test
    void onlyAnAnswerThatACheckFoundWrongHasFailed() {
        assertThat(judged(VerdictKind.ACCEPTED, CheckOutcome.PASS).getOutcome()).isEqualTo(MemberOutcome.PASSED);
        assertThat(judged(VerdictKind.REJECTED, CheckOutcome.FAIL).getOutcome()).isEqualTo(MemberOutcome.FAILED);
        assertThat(judged(VerdictKind.REJECTED, CheckOutcome.UNPARSEABLE).getOutcome())
                .isEqualTo(MemberOutcome.UNREADABLE);
        assertThat(judged(VerdictKind.UNDECIDED, CheckOutcome.FAIL).getOutcome())
                .isEqualTo(MemberOutcome.NOT_JUDGED);
    }

    @Test
    void aScoreIsTheMeanOfWhatChecksThatSpokeOfItGave() {
        assertThat(scored(
                        check(CheckOutcome.PASS, null), check(CheckOutcome.FAIL, 0.5), check(CheckOutcome.ERROR, 0.1)))
                .isEqualTo(0.75);
        assertThat(scored(check(CheckOutcome.FAIL, null), check(CheckOutcome.PASS, null)))
                .isEqualTo(0.5);
        assertThat(scored()).isZero();
    }

    @Test
    void whatWasPlantedCameAgainOrAnswersNothingIsNotCompared() {
        Evaluated kept = EvaluatedRecords.kept("s-1", "2");

        assertThat(Entrant.of(kept)).isPresent();
        assertThat(Entrant.of(because(kept, Ruling.PLANTED))).isEmpty();
        assertThat(Entrant.of(because(kept, Ruling.REPEATED))).isEmpty();
        assertThat(Entrant.of(EvaluatedRecords.kept(
                        "s-1", kept.getVerified().getCandidate().getMessages().getLast())))
                .isEmpty();
    }

    private static Evaluated because(Evaluated evaluated, String reason) {
        return Evaluated.newBuilder(evaluated).setReason(reason).build();
    }

    private static GroupMember judged(VerdictKind verdict, CheckOutcome outcome) {
        return member(verdict, check(outcome, null));
    }

    private static double scored(CheckResult... checks) {
        return member(VerdictKind.ACCEPTED, checks).getScore();
    }

    private static GroupMember member(VerdictKind verdict, CheckResult... checks) {
        Evaluated kept = EvaluatedRecords.kept("s-1", "2");
        Verified verified = Verified.newBuilder(kept.getVerified())
                .setVerdict(verdict)
                .setChecks(Stream.of(checks).toList())
                .build();
        return Entrant.of(Evaluated.newBuilder(kept).setVerified(verified).build())
                .orElseThrow()
                .member();
    }

    private static CheckResult check(CheckOutcome outcome, @Nullable Double score) {
        return CheckResult.newBuilder()
                .setName("a check")
                .setVersion("1")
                .setConfigHash("c0")
                .setOutcome(outcome)
                .setEvidence("")
                .setScore(score)
                .setTookMicros(7)
                .build();
    }
}
