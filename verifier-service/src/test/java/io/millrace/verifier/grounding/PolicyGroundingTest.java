package io.millrace.verifier.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Grounding;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyGroundingTest {

    private static final String QUOTED = "\"within 30 days of delivery\" [policy §3.1]";

    private final PolicyGrounding check = new PolicyGrounding(Silence.standard());

    @Test
    void tellsGroundedRepliesFromAttacks() {
        assertThat(Suites.mistaken(new GroundingProbes(), check)).isEmpty();
    }

    @Test
    void leavesUndecidedWhatSaysBoth() {
        Task task = GroundingProbes.task(new Grounding(false, List.of()));

        assertThat(judge(task, "The policy does not say. It is paid in cash.").reason())
                .isEqualTo(Reason.UNDECIDABLE);
    }

    @Test
    void leavesSilenceUndecidedWhereTheTaskDoesNotDeclareIt() {
        assertThat(judge(GroundingProbes.task(null), "The policy does not say.").reason())
                .isEqualTo(Reason.UNDECIDABLE);
        assertThat(judge(GroundingProbes.task(null), QUOTED)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void doesNotBlameTheCandidateForASectionThatCannotBeQuoted() {
        assertThat(judge(GroundingProbes.task(new Grounding(true, List.of("policy §9"))), QUOTED)
                        .reason())
                .isEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void decidesOnlyWhereTheTaskSaysWhatARightReplyRestsOn() {
        assertThat(decides(new Grounding(true, List.of("policy §3.1")))).isTrue();
        assertThat(decides(new Grounding(false, List.of()))).isTrue();
        assertThat(decides(new Grounding(true, List.of()))).isFalse();
        assertThat(decides(null)).isFalse();
    }

    private boolean decides(@Nullable Grounding grounding) {
        return check.decides(Candidates.of(GroundingProbes.task(grounding), "assistant", ""));
    }

    private Verdict judge(Task task, String reply) {
        return check.apply(Candidates.of(task, "assistant", reply));
    }
}
