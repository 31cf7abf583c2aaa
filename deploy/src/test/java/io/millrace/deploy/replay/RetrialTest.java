package io.millrace.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.account.Records;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.VerdictKind;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetrialTest {

    @ParameterizedTest
    @EnumSource(names = {"SANDBOX_ERROR", "MODEL_ERROR", "CHECK_ERROR"})
    void aFailureOfOurOwnIsNoVerdict(Reason failure) {
        Comparison comparison = compare(new Verdict.Errored(failure, Evidence.of("it broke")));

        assertThat(comparison.change()).isEqualTo(Change.NOT_JUDGED);
        assertThat(comparison.now().reason()).isEqualTo(failure.name());
        assertThat(comparison.now().evidence()).endsWith("it broke");
    }

    @Test
    void whatTakesTooLongIsNoVerdict() {
        assertThat(compare(new Verdict.TimedOut(Evidence.of("late"))).change()).isEqualTo(Change.NOT_JUDGED);
    }

    @Test
    void aLanguageThatThisMachineCannotRunIsNoVerdict() {
        Verdict unsupported = new Verdict.Unsupported(Reason.UNSUPPORTED_LANGUAGE, Evidence.of("no interpreter"));

        assertThat(compare(unsupported).change()).isEqualTo(Change.NOT_JUDGED);
    }

    @Test
    void whatCannotBeDecidedIsAVerdict() {
        Verdict undecided = new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of("too large"));

        assertThat(compare(undecided).change()).isEqualTo(Change.NEWLY_UNDECIDED);
    }

    private static Comparison compare(Verdict verdict) {
        List<CheckStep> steps = List.of(CheckStep.deciding(new FixedCheck(verdict)));
        var retrial = new Retrial(new Examination(steps, () -> 0), Roles.of(steps));
        return retrial.of(
                new Shelf.Entry<>(0, 0, Records.verified(Records.candidate("seed", 0), VerdictKind.ACCEPTED)));
    }

    /** Says the same of everything. */
    private record FixedCheck(Verdict verdict) implements Check {

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String configHash() {
            return "00";
        }

        @Override
        public boolean appliesTo(Candidate candidate) {
            return true;
        }

        @Override
        public Verdict apply(Candidate candidate) {
            return verdict;
        }
    }
}
