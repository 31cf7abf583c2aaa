package io.millrace.evaluator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Verified;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorersTest {

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(Scorer.all()).extracting(Scorer::name).doesNotHaveDuplicates();
        assertThat(Scorer.all())
                .extracting(Scorer::dimension)
                .containsExactlyInAnyOrder("correctness", "format", "groundedness", "judge", "diversity", "length");
    }

    @Test
    void sayNothingButTheLengthOfWhatNobodyChecked() {
        Subject subject = subject();

        assertThat(Scorer.all().stream().filter(scorer -> scorer.apply(subject).isPresent()))
                .extracting(Scorer::dimension)
                .containsExactly("length");
    }

    @Test
    void correctnessIsTheShareThatPassed() {
        assertThat(new PassedChecks()
                        .value(subject(check("math-answer", CheckOutcome.PASS), check("any", CheckOutcome.FAIL))))
                .hasValue(0.5);
    }

    @Test
    void ourOwnErrorsDoNotCountAgainstTheCandidate() {
        assertThat(new PassedChecks()
                        .value(subject(
                                check("a", CheckOutcome.PASS),
                                check("b", CheckOutcome.ERROR),
                                check("c", CheckOutcome.TIMEOUT))))
                .hasValue(1);
        assertThat(new PassedChecks().value(subject(check("a", CheckOutcome.UNSUPPORTED))))
                .isEmpty();
    }

    @Test
    void formatLooksAtChecksOfFormAlone() {
        assertThat(PassedChecks.ofFormat()
                        .value(subject(
                                check("math-answer", CheckOutcome.FAIL),
                                check("complete-reply", CheckOutcome.PASS),
                                check("json-schema", CheckOutcome.PASS),
                                check("instruction-constraints", CheckOutcome.UNPARSEABLE))))
                .hasValueCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void groundednessIsWhatTheGroundingCheckSaid() {
        assertThat(PassedChecks.ofGrounding()
                        .value(subject(
                                check("policy-grounding", CheckOutcome.FAIL), check("json-schema", CheckOutcome.PASS))))
                .hasValue(0);
    }

    @Test
    void aJudgeWithoutAVerdictGivesNoScore() {
        var judge = new JudgeScore();

        assertThat(judge.value(subject(check("rubric-judge", CheckOutcome.UNSUPPORTED))))
                .isEmpty();
        assertThat(judge.value(subject(scored(0.75)))).hasValue(0.75);
    }

    @Test
    void aValueOutsideTheRangeIsNone() {
        assertThat(new JudgeScore().apply(subject(scored(7.0)))).isEmpty();
        assertThat(new JudgeScore().apply(subject(scored(Double.NaN)))).isEmpty();
    }

    @Test
    void contributionIsWhatTheNearestKeptRecordDoesNotHave() {
        Verified verified = Samples.accepted("seed-1", "42");

        assertThat(new Contribution().value(new Subject(verified, OptionalDouble.of(0.85))))
                .hasValueCloseTo(0.15, within(1e-12));
        assertThat(new Contribution().value(new Subject(verified, OptionalDouble.empty())))
                .isEmpty();
    }

    private static Subject subject(CheckResult... checks) {
        return new Subject(
                Verified.newBuilder(Samples.accepted("seed-1", "42"))
                        .setChecks(List.of(checks))
                        .build(),
                OptionalDouble.empty());
    }

    private static CheckResult scored(double score) {
        return check("rubric-judge", CheckOutcome.PASS, score);
    }

    private static CheckResult check(String name, CheckOutcome outcome) {
        return check(name, outcome, null);
    }

    private static CheckResult check(String name, CheckOutcome outcome, @Nullable Double score) {
        return CheckResult.newBuilder()
                .setName(name)
                .setVersion("1")
                .setConfigHash("")
                .setOutcome(outcome)
                .setEvidence("")
                .setScore(score)
                .setTookMicros(1)
                .build();
    }
}
