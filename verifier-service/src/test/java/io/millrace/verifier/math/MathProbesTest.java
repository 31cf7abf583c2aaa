package io.millrace.verifier.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.compare.AnswerPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MathProbesTest {

    private final MathAnswer check = new MathAnswer(AnswerPolicy.standard());

    static List<Probe> probes() {
        return new MathProbes().probes();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void acceptsTheRightProbesAndNoOther(Probe probe) {
        Verdict verdict = check.apply(probe.candidate());

        assertThat(verdict).matches(given -> given instanceof Verdict.Pass == probe.right(), "as the probe says");
        assertThat(verdict.reason()).isNotEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void namesEveryProbeDifferently() {
        assertThat(probes()).extracting(Probe::name).doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameVerdictTwice() {
        for (Probe probe : probes()) {
            assertThat(check.apply(probe.candidate())).isEqualTo(check.apply(probe.candidate()));
        }
    }
}
