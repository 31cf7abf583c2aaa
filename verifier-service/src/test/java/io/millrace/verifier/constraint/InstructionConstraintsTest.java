package io.millrace.verifier.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.language.LanguageDetection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionConstraintsTest {

    private static final InstructionConstraints CHECK = new InstructionConstraints(new LanguageDetection());

    @Test
    void tellsRepliesThatFollowFromAttacks() {
        assertThat(Suites.mistaken(new ConstraintProbes(), CHECK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"type\":\"rhymes\"}",
                "{\"type\":\"words\"}",
                "{\"type\":\"words\",\"atleast\":3}",
                "{\"type\":\"words\",\"atLeast\":-1}",
                "{\"type\":\"words\",\"atLeast\":\"3\"}",
                "{\"type\":\"words\",\"atLeast\":3,\"exactly\":3}",
                "{\"type\":\"words\",\"atLeast\":3,\"atMost\":2}",
                "{\"type\":\"contains\",\"keyword\":\"\"}",
                "{\"type\":\"contains\",\"keyword\":\"\u200b\"}",
                "{\"type\":\"excludes\",\"keyword\":\"a\",\"atMost\":3}",
                "{\"type\":\"case\",\"is\":\"title\"}",
                "{\"type\":\"json\",\"strict\":true}",
            })
    void doesNotBlameTheCandidateForAConstraintThatItCannotRead(String constraint) {
        assertThat(judge("A reply.", constraint).reason()).isEqualTo(Reason.INVALID_TASK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"sentences\",\"exactly\":2} | Dr. Miller came. He left.",
                "{\"type\":\"sentences\",\"exactly\":1} | A line\\nanother",
                "{\"type\":\"words\",\"exactly\":4} | 水車は回る",
                "{\"type\":\"language\",\"is\":\"de\"} | Ja.",
                "{\"type\":\"language\",\"is\":\"xx\"} | The mill stands by the river and every morning the miller opens the gate.",
            })
    void leavesUndecidedWhatCanFairlyBeCountedEitherWay(String constraint, String reply) {
        assertThat(judge(reply.replace("\\n", "\n"), constraint).reason()).isEqualTo(Reason.UNDECIDABLE);
    }

    @Test
    void failsWhereOneOfSeveralIsViolatedAndScoresTheShare() {
        Verdict verdict = judge("A reply.", "{\"type\":\"noCommas\"}", "{\"type\":\"words\",\"exactly\":3}");

        assertThat(verdict.reason()).isEqualTo(Reason.CONSTRAINT_VIOLATED);
        assertThat(verdict.evidence().score()).isEqualTo(0.5);
        assertThat(verdict.evidence().text()).isEqualTo("violated: [1], undecided: [], of 2");
    }

    @Test
    void appliesWhereATaskHasConstraintsAlone() {
        assertThat(CHECK.appliesTo(Candidates.of(ConstraintProbes.task(), "assistant", "")))
                .isFalse();
        assertThat(CHECK.appliesTo(Candidates.math("1", "1"))).isFalse();
    }

    private static Verdict judge(String reply, String... constraints) {
        return CHECK.apply(Candidates.of(ConstraintProbes.task(constraints), "assistant", reply));
    }
}
