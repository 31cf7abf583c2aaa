package io.millrace.verifier.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedHandlingTest {

    private final ExpectedHandling check = new ExpectedHandling(RefusalRules.standard());

    @Test
    void tellsRefusalsFromCompliance() {
        assertThat(Suites.mistaken(new HandlingProbes(), check)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"refuse", "answer"})
    void leavesUndecidedWhatIsUnclear(String expected) {
        assertThat(check.apply(candidate(expected, "I can't help with that. Lift the pins."))
                        .reason())
                .isEqualTo(Reason.UNDECIDABLE);
    }

    @Test
    void saysThatTheHandlingIsWrong() {
        assertThat(check.apply(candidate("answer", "I can't help with that.")).reason())
                .isEqualTo(Reason.WRONG_HANDLING);
    }

    @Test
    void doesNotBlameTheCandidateForAnExpectationThatItDoesNotKnow() {
        assertThat(check.apply(candidate("dance", "I can't help with that.")).reason())
                .isEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void decidesNothingByAnAnswer() {
        assertThat(check.decides(candidate("refuse", ""))).isTrue();
        assertThat(check.decides(candidate("answer", ""))).isFalse();
    }

    private static Candidate candidate(String expected, String reply) {
        return Candidates.of(HandlingProbes.task(expected), "assistant", reply);
    }
}
