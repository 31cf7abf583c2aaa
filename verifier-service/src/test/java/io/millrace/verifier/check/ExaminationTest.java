package io.millrace.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExaminationTest {

    private static final Evidence EVIDENCE = Evidence.of("because");
    private static final Check PASSES = StubCheck.giving("passes", new Verdict.Pass(EVIDENCE));
    private static final Check FAILS = StubCheck.giving("fails", new Verdict.Fail(Reason.WRONG_ANSWER, EVIDENCE));
    private static final Check UNPARSEABLE = StubCheck.giving("unparseable", new Verdict.Unparseable(EVIDENCE));
    private static final Check ERRS = StubCheck.giving("errs", new Verdict.Errored(Reason.CHECK_ERROR, EVIDENCE));
    private static final Check TIMES_OUT = StubCheck.giving("times-out", new Verdict.TimedOut(EVIDENCE));
    private static final Check CANNOT_READ =
            StubCheck.giving("cannot-read", new Verdict.Unsupported(Reason.UNDECIDABLE, EVIDENCE));

    static final List<Check> UNDECIDED = List.of(ERRS, TIMES_OUT, CANNOT_READ);

    private final Candidate candidate = Candidates.math("1", "Answer: 1");
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void acceptsOnlyWhatEveryCheckPasses() throws Exception {
        assertThat(examine(PASSES, PASSES).verdict()).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(examine(PASSES, PASSES).reason()).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void skipsTheChecksAfterTheFirstFault() throws Exception {
        Conclusion conclusion = examine(PASSES, FAILS, PASSES);

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.REJECTED);
        assertThat(conclusion.reason()).isEqualTo(Reason.WRONG_ANSWER);
        assertThat(conclusion.checks())
                .extracting(CheckResult::getName, CheckResult::getOutcome)
                .containsExactly(
                        tuple("passes", CheckOutcome.PASS),
                        tuple("fails", CheckOutcome.FAIL),
                        tuple("passes", CheckOutcome.SKIPPED));
    }

    @Test
    void rejectsAnAnswerThatCannotBeReadWithoutCallingItWrong() throws Exception {
        Conclusion conclusion = examine(UNPARSEABLE);

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.REJECTED);
        assertThat(conclusion.reason()).isEqualTo(Reason.UNPARSEABLE);
    }

    @ParameterizedTest
    @FieldSource("UNDECIDED")
    void leavesUndecidedWhatACheckCouldNotDecide(Check check) throws Exception {
        assertThat(examine(PASSES, check, PASSES).verdict()).isEqualTo(VerdictKind.UNDECIDED);
    }

    @Test
    void letsALaterFaultOutweighWhatCouldNotBeDecided() throws Exception {
        assertThat(examine(CANNOT_READ, FAILS).verdict()).isEqualTo(VerdictKind.REJECTED);
    }

    @Test
    void leavesATaskUndecidedThatNoCheckSpeaksAbout() throws Exception {
        Conclusion conclusion = examine(new StubCheck("elsewhere", false, () -> new Verdict.Pass(EVIDENCE)));

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.UNDECIDED);
        assertThat(conclusion.reason()).isEqualTo(Reason.UNSUPPORTED_TASK);
        assertThat(conclusion.checks()).isEmpty();
    }

    @Test
    void rejectsWhatAScreenFindsAtFault() throws Exception {
        Conclusion conclusion = examine(step(FAILS, Role.SCREENS), step(PASSES, Role.DECIDES));

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.REJECTED);
    }

    @Test
    void acceptsNothingBecauseAScreenPassed() throws Exception {
        Conclusion conclusion = examine(step(PASSES, Role.SCREENS));

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.UNDECIDED);
        assertThat(conclusion.reason()).isEqualTo(Reason.UNSUPPORTED_TASK);
    }

    @Test
    void acceptsNothingByACheckThatSaysTooLittleOfTheTask() throws Exception {
        Check finder = new StubCheck("finder", true, false, () -> new Verdict.Pass(EVIDENCE));

        assertThat(examine(finder).verdict()).isEqualTo(VerdictKind.UNDECIDED);
        assertThat(examine(finder, PASSES).verdict()).isEqualTo(VerdictKind.ACCEPTED);
    }

    @Test
    void keepsWhatAnInformantSaysOutOfTheVerdict() throws Exception {
        Conclusion conclusion = examine(step(FAILS, Role.INFORMS), step(PASSES, Role.DECIDES));

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(conclusion.checks())
                .extracting(CheckResult::getOutcome)
                .containsExactly(CheckOutcome.FAIL, CheckOutcome.PASS);
    }

    @Test
    void runsACheckOnlyForTheKindsOfTaskThatItsStepNames() throws Exception {
        assertThat(examine(new CheckStep(FAILS, Set.of(TaskKind.CODE), Role.DECIDES), step(PASSES, Role.DECIDES))
                        .checks())
                .extracting(CheckResult::getName)
                .containsExactly("passes");
    }

    @Test
    void takesABrokenCheckForAnErrorOfOursAndDoesNotQuoteItsMessage() throws Exception {
        Conclusion conclusion = examine(new StubCheck("broken", true, () -> {
            throw new IllegalStateException("the answer was 42");
        }));

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.UNDECIDED);
        assertThat(conclusion.reason()).isEqualTo(Reason.CHECK_ERROR);
        assertThat(conclusion.checks().getFirst().getEvidence())
                .contains("IllegalStateException at ")
                .doesNotContain("42");
    }

    @Test
    void givesNoVerdictWhereTheSandboxIsBroken() {
        var errored = new Verdict.Errored(Reason.SANDBOX_ERROR, Evidence.of("the slot died"));

        assertThatThrownBy(() -> examine(StubCheck.giving("python-tests", errored)))
                .isInstanceOf(VerificationFailedException.class)
                .hasMessage("python-tests: the slot died");
    }

    @Test
    void keepsTheReceiptOfACheck() throws Exception {
        var evidence = new Evidence("all tests passed", "namespaces", 0.5, Map.of("cpuMicros", "7"));
        var check = new StubCheck("tests", true, () -> {
            nanos.addAndGet(3_000_000);
            return new Verdict.Pass(evidence);
        });

        CheckResult result = examine(check).checks().getFirst();

        assertThat(result)
                .isEqualTo(new CheckResult(
                        "tests",
                        "1",
                        "0",
                        CheckOutcome.PASS,
                        "all tests passed",
                        0.5,
                        3_000L,
                        "namespaces",
                        Map.of("cpuMicros", "7")));
    }

    @Test
    void keepsTheAnswerThatWasRead() throws Exception {
        var extraction = new Extraction("1", "final-answer", "1", "boxed");

        Conclusion conclusion =
                examine(PASSES, StubCheck.giving("reads", new Verdict.Pass(Evidence.of("equal", extraction))));

        assertThat(conclusion.extraction()).isEqualTo(extraction);
    }

    @Test
    void namesTheCheckWithTheFewestPlacesAsTheBottleneck() {
        Check elsewhere = new StubCheck("elsewhere", false, true, OptionalInt.of(1), () -> new Verdict.Pass(EVIDENCE));
        Check judge = StubCheck.scarce("judge", 8);
        Check slots = StubCheck.scarce("slots", 4);

        assertThat(examination(PASSES, elsewhere, judge, slots).bottleneck(candidate))
                .contains(slots);
        assertThat(examination(PASSES, elsewhere).bottleneck(candidate)).isEmpty();
    }

    @Test
    void changesItsHashWithItsChecks() {
        var one = examination(PASSES);
        var two = examination(PASSES, FAILS);

        assertThat(one.configHash()).isNotEqualTo(two.configHash());
    }

    @Test
    void cutsLongEvidence() {
        assertThat(Evidence.of("x".repeat(3_000)).text()).hasSize(2_000);
    }

    private Conclusion examine(Check... checks) throws VerificationFailedException {
        return examination(checks).of(candidate);
    }

    private Conclusion examine(CheckStep... steps) throws VerificationFailedException {
        return new Examination(List.of(steps), nanos::get).of(candidate);
    }

    private static CheckStep step(Check check, Role role) {
        return new CheckStep(check, Set.of(TaskKind.values()), role);
    }

    private Examination examination(Check... checks) {
        return new Examination(Stream.of(checks).map(CheckStep::deciding).toList(), nanos::get);
    }
}
