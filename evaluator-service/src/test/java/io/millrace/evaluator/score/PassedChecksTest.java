package io.millrace.evaluator.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Verified;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassedChecksTest {

    private final PassedChecks scorer = new PassedChecks();

    @Test
    void isTheShareThatPassed() {
        assertThat(scorer.value(checked(CheckOutcome.PASS, CheckOutcome.FAIL))).isEqualTo(0.5);
    }

    @Test
    void ourOwnErrorsDoNotCountAgainstTheCandidate() {
        assertThat(scorer.value(checked(CheckOutcome.PASS, CheckOutcome.ERROR, CheckOutcome.TIMEOUT)))
                .isEqualTo(1);
    }

    @Test
    void isZeroWhereNoCheckCouldSpeak() {
        assertThat(scorer.value(checked(CheckOutcome.UNSUPPORTED))).isZero();
    }

    private static Verified checked(CheckOutcome... outcomes) {
        List<CheckResult> checks = Stream.of(outcomes)
                .map(outcome -> CheckResult.newBuilder()
                        .setName("check")
                        .setVersion("1")
                        .setConfigHash("")
                        .setOutcome(outcome)
                        .setEvidence("")
                        .setTookMicros(1)
                        .build())
                .toList();
        return Verified.newBuilder(Samples.accepted("seed-1", "42"))
                .setChecks(checks)
                .build();
    }
}
