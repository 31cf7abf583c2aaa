package io.millrace.verifier.puzzle;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.PuzzleTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountdownRulesTest {

    private static final String GIVEN = "{\"numbers\":[3,4,5,12],\"target\":47}";

    private final CountdownRules check = new CountdownRules();

    @ParameterizedTest
    @ValueSource(strings = {"12 + 5 * (4 + 3)", "5*(3+4)+12", "(3 + 4) × 5 + 12", "((12))+(5*((4+3)))"})
    void passesAnySolution(String expression) {
        assertThat(judge(expression)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void passesASolutionHoweverItIsMarked() {
        assertThat(complete("\\boxed{5 × (3 + 4) + 12}")).isInstanceOf(Verdict.Pass.class);
        assertThat(complete("<answer>12 + 5*(4+3)</answer>")).isInstanceOf(Verdict.Pass.class);
        assertThat(complete("First 4+3=7.\nAnswer: 12 + 5*(4+3)")).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void comparesExactlyWhereDivisionLeavesAFraction() {
        String given = "{\"numbers\":[1,3,4,6],\"target\":24}";

        assertThat(check.apply(Candidates.countdown(given, "Answer: 6 ÷ (1 − 3 ÷ 4)")))
                .isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "47",
                "0",
                "1",
                "True",
                "[]",
                "3 4 5 12",
                "3, 4, 5, 12",
                "12 + 5*(4+3) = 47",
                "12 + 35",
                "345 - 12",
                "34 + 12 + 5 - 4",
                "12 + 5*(4+3) + 3 - 3",
                "12 + 5*4",
                "-12 + 5",
                "12 + 5 * -(4+3)",
                "+12 + 5*(4+3)",
                "12 + 5(4+3)",
                "12 + 5*(4+3",
                "12 + 5*(4+3))",
                "12 + 5*(4+3)/",
                "12 // 5 * 4 + 3",
                "12 ** 5",
                "12 ^ 5",
                "3!+41",
                "12.0 + 5*(4+3)",
                "1e1 + 2 + 5*(4+3)",
                "0x0C + 5*(4+3)",
                "12_0 + 5",
                "１２ + 5*(4+3)",
                "12 + 5*(4+3) # 1",
                "12 + 5*(4+3); 47",
                "12 % 5 + 4 + 3",
                "12 & 5 | 4 ^ 3",
                "int('47')",
                "__import__('os').system('true')",
                "T(java.lang.Runtime).getRuntime()",
                "${12 + 5*(4+3)}",
                "12/(4-4)+5+3",
                "99999999999999999999 - 3",
            })
    void neverPassesAnythingElse(String answer) {
        assertThat(judge(answer)).isNotInstanceOf(Verdict.Pass.class);
    }

    @Test
    void neverPassesTheRestatedTask() {
        assertThat(complete("Use 3, 4, 5 and 12 to reach 47.")).isNotInstanceOf(Verdict.Pass.class);
        assertThat(judge(GIVEN)).isNotInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesHugeNestingAndLength() {
        assertThat(judge("(".repeat(240) + "12" + ")".repeat(240))).isInstanceOf(Verdict.Unparseable.class);
        assertThat(judge("1+".repeat(5_000) + "1")).isInstanceOf(Verdict.Unparseable.class);
    }

    @Test
    void failsADivisionByZeroAsWrong() {
        assertThat(judge("12/(4-4)"))
                .isInstanceOfSatisfying(
                        Verdict.Fail.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Reason.WRONG_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[3,4]",
                "{\"numbers\":[],\"target\":47}",
                "{\"numbers\":[1.5],\"target\":47}",
                "{\"numbers\":[3],\"target\":\"47\"}",
                "{\"numbers\":[3]",
            })
    void doesNotBlameTheCandidateForATaskThatItCannotRead(String given) {
        assertThat(check.apply(Candidates.countdown(given, "Answer: 3")))
                .isInstanceOfSatisfying(
                        Verdict.Unsupported.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Reason.INVALID_TASK));
    }

    @Test
    void appliesToItsOwnFamilyAndVersionAlone() {
        assertThat(check.appliesTo(Candidates.countdown(GIVEN, ""))).isTrue();
        assertThat(check.appliesTo(puzzle("countdown", 2))).isFalse();
        assertThat(check.appliesTo(puzzle("sudoku", 1))).isFalse();
        assertThat(check.appliesTo(Candidates.math("1", ""))).isFalse();
    }

    private static Candidate puzzle(String family, int version) {
        var task = new PuzzleTask(family, version, "Solve it.", GIVEN, "1");
        return Candidates.of(Task.newBuilder().setPuzzle(task).build(), "assistant", "");
    }

    private Verdict judge(String expression) {
        return complete("Answer: " + expression);
    }

    private Verdict complete(String completion) {
        return check.apply(Candidates.countdown(GIVEN, completion));
    }
}
