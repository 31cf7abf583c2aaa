package io.millrace.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.model.Pause;
import io.millrace.schemas.model.Retries;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersistenceTest {

    private static final Evidence EVIDENCE = Evidence.of("because");
    private static final Verdict BROKEN = new Verdict.Errored(Reason.SANDBOX_ERROR, EVIDENCE);
    private static final Verdict LATE = new Verdict.TimedOut(EVIDENCE);
    private static final Verdict PASS = new Verdict.Pass(EVIDENCE);
    private static final Verdict FAIL = new Verdict.Fail(Reason.WRONG_ANSWER, EVIDENCE);

    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void settleInterrupt() {
        Thread.interrupted();
    }

    @Test
    void asksAgainAfterGrowingPausesUntilThereIsAVerdict() throws Exception {
        Conclusion conclusion = examine(BROKEN, LATE, PASS);

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(conclusion.attempts()).isEqualTo(3);
        assertThat(conclusion.checks()).hasSize(1);
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void leavesUndecidedWhatIsLateEveryTime() throws Exception {
        Conclusion conclusion = examine(LATE, LATE, LATE, PASS);

        assertThat(conclusion.reason()).isEqualTo(Reason.CHECK_TIMEOUT);
        assertThat(conclusion.checks().getFirst().getOutcome()).isEqualTo(CheckOutcome.TIMEOUT);
    }

    @Test
    void givesUpWithTheNumberOfAttemptsWhereTheSandboxIsBrokenEveryTime() {
        assertThatThrownBy(() -> examine(BROKEN, BROKEN, BROKEN, PASS))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        failed -> assertThat(failed.attempts()).isEqualTo(3));
    }

    @Test
    void asksOnceWhereTheCandidateIsAtFault() throws Exception {
        assertThat(examine(FAIL, PASS).verdict()).isEqualTo(VerdictKind.REJECTED);
        assertThat(pauses).isEmpty();
    }

    @Test
    void leavesAModelAloneThatItsClientHasAskedSeveralTimes() throws Exception {
        Conclusion conclusion = examine(new Verdict.Errored(Reason.MODEL_ERROR, EVIDENCE), PASS);

        assertThat(conclusion.reason()).isEqualTo(Reason.MODEL_ERROR);
    }

    @Test
    void survivesACheckThatRunsOutOfStack() throws Exception {
        Conclusion conclusion = examination(Thread::sleep, () -> endless(0)).of(Candidates.math("1", "1"));

        assertThat(conclusion.reason()).isEqualTo(Reason.CHECK_ERROR);
    }

    @Test
    void doesNotGoOnTryingWhenTheServiceStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> examination(Thread::sleep, () -> BROKEN).of(Candidates.math("1", "1")))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        failed -> assertThat(failed.attempts()).isEqualTo(1));
    }

    private Conclusion examine(Verdict... verdicts) throws VerificationFailedException {
        Queue<Verdict> next = new ArrayDeque<>(List.of(verdicts));
        return examination(pauses::add, next::remove).of(Candidates.math("1", "Answer: 1"));
    }

    private static Examination examination(Pause pause, Supplier<Verdict> verdict) {
        var retries = new Retries(3, Duration.ofMillis(100), Duration.ofSeconds(1));
        var persistence = new Persistence(retries, () -> 0, pause);
        CheckStep step = CheckStep.deciding(new StubCheck("tried", true, verdict));
        return new Examination(List.of(step), () -> 0, persistence);
    }

    private static Verdict endless(int depth) {
        return depth < 0 ? PASS : endless(depth + 1);
    }
}
