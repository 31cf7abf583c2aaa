package io.millrace.verifier.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Extraction;
import io.millrace.schemas.MathPolicy;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.PercentSign;
import io.millrace.schemas.Task;
import io.millrace.schemas.UnitUse;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.compare.AnswerPolicy;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathAnswerTest {

    private final MathAnswer check = new MathAnswer(AnswerPolicy.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            26       | 26
            26       | 26.00
            26       | +26
            26       | 26.
            26       | 26 dollars
            26       | $26
            26       | 26 km/h
            26       | \\boxed{26\\text{ cm}}
            26       | $26$
            26       | \\(26\\)
            -26      | -26
            -26      | \u221226
            -26      | -$26
            -26      | $-26
            1234     | 1,234
            1,234    | 1234
            1234567  | $1,234,567
            1234     | 1{,}234
            1/2      | 0.5
            0.5      | .5
            1/2      | 3/6
            1/2      | 1 / 2
            1/2      | \\frac{1}{2}
            1/2      | \\dfrac12
            -1/2     | -\\frac{1}{2}
            -1/2     | \\frac{-1}{2}
            7/2      | 3 1/2
            -7/2     | -3\\frac12
            0.5      | 50%
            50       | 50%
            50%      | 50 percent
            50\\%    | 0.5
            1500     | 1.5e3
            1500     | 1.5 \\times 10^{3}
            0.0015   | 1.5e-3
            $5       | 5 dollars
            90       | 90°
            """)
    void passesTheSameNumberHoweverItIsWritten(String expected, String answer) {
        assertThat(judge(expected, "Answer: " + answer)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000               | 1009
            1000               | 999.9999999
            0.000001           | 0.0000014
            1292               | 292
            292                | 1292
            1/3                | 0.333333333
            26                 | -26
            26                 | 62
            2                  | 2 2/3
            50                 | 0.5%
            123456789012345678 | 123456789012345679
            1234               | 1.234
            5                  | 5!
            204                | 204_5
            7                  | 3=7
            10                 | 4 10/3
            6                  | 6m
            0                  | 1/0
            1                  | 1e999999999
            1                  | 1e401
            1                  | 1,2
            123                | 0,123
            12                 | 12,34
            5                  | 5 bananas or so
            26                 | True
            26                 | cats
            26                 | []
            26                 | ٢٦
            26                 | ２６
            26                 | 26; 27
            26                 | 26, 27
            26                 | 26 or 27
            26                 | ±26
            26                 | __import__('os')
            26                 | 26 million
            26                 | the answer, 26
            """)
    void neverPassesCloseOrPartialOrOtherNumbers(String expected, String answer) {
        assertThat(judge(expected, "Answer: " + answer)).isNotInstanceOf(Verdict.Pass.class);
    }

    @Test
    void saysWhatItExpected() {
        assertThat(judge("42", "Answer: 41"))
                .isEqualTo(new Verdict.Fail(
                        Reason.WRONG_ANSWER,
                        new Evidence(
                                "expected 42, got 41",
                                new Extraction("41", "final-answer", "3", "answer-line"),
                                null,
                                null,
                                Map.of("stage", "exact"))));
    }

    @Test
    void checksTheLastLineOfAWorkedSolution() {
        String solution = "She sells 16 - 3 = <<16-3=13>>13 eggs\nand earns 13 * 2 = $<<13*2=26>>26\nA: 26";

        assertThat(judge("26", solution)).isInstanceOf(Verdict.Pass.class);
        assertThat(judge("13", solution)).isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"about seven", "\\boxed{}", "the number of eggs", "?", "7 bananas or so"})
    void callsUnparseableWhatIsNotOneNumber(String answer) {
        assertThat(judge("7", "Answer: " + answer)).isInstanceOf(Verdict.Unparseable.class);
    }

    @Test
    void doesNotTakeARestatedProblemForAnAnswer() {
        String problem = "Ada shares 1,049 beads among 7 children. How many are left over?";

        assertThat(solve(problem, "6", problem)).isInstanceOf(Verdict.Unparseable.class);
        assertThat(solve(problem, "7", problem)).isInstanceOf(Verdict.Unparseable.class);
        assertThat(solve(problem, "1049", "There are 1049 beads")).isInstanceOf(Verdict.Unparseable.class);
        assertThat(solve(problem, "6", "There are 6 left")).isInstanceOf(Verdict.Pass.class);
        assertThat(solve(problem, "7", "Answer: 7")).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void callsUnparseableAnEndlessNumber() {
        assertThat(judge("3", "Answer: " + "3".repeat(15_000))).isInstanceOf(Verdict.Unparseable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\sqrt{49}", "2^3-1", "x = 7", "\\frac{7!}{6!}", "\\log_2 128", "|-7|"})
    void worksOutWhatEqualsANumber(String answer) {
        assertThat(judge("7", "Answer: " + answer)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9^{9^{9^9}}", "\\begin{tikzpicture}7\\end{tikzpicture}"})
    void leavesUndecidedWhatItCannotWorkOut(String answer) {
        assertThat(judge("7", "Answer: " + answer))
                .isInstanceOfSatisfying(
                        Verdict.Unsupported.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Reason.UNDECIDABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "$$", "1/(", "{{{"})
    void doesNotBlameTheCandidateForATaskThatItCannotRead(String reference) {
        assertThat(judge(reference, "Answer: 1"))
                .isInstanceOfSatisfying(
                        Verdict.Unsupported.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Reason.INVALID_TASK));
    }

    @Test
    void leavesDifferentUnitsUndecided() {
        assertThat(judge("2 hours", "Answer: 120 minutes")).isInstanceOf(Verdict.Unsupported.class);
        assertThat(judge("2 hours", "Answer: 2 h")).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void letsATaskSayHowItsAnswerIsCompared() {
        MathPolicy strict = MathPolicy.newBuilder()
                .setPercent(PercentSign.STRICT)
                .setUnits(UnitUse.REQUIRED)
                .setOrdered(true)
                .setLeastDecimals(2)
                .setBoxRequired(true)
                .build();

        assertThat(judge(strict, "50", "\\boxed{50\\%}")).isInstanceOf(Verdict.Fail.class);
        assertThat(judge(strict, "5 cm", "\\boxed{5}")).isInstanceOf(Verdict.Fail.class);
        assertThat(judge(strict, "1, 2", "\\boxed{2, 1}")).isInstanceOf(Verdict.Fail.class);
        assertThat(judge(strict, "1/3", "\\boxed{0.33}")).isInstanceOf(Verdict.Pass.class);
        assertThat(judge(strict, "7", "Answer: 7")).isInstanceOf(Verdict.Unparseable.class);
    }

    @Test
    void doesNotBlameTheCandidateForAPolicyThatCannotBe() {
        MathPolicy none = MathPolicy.newBuilder().setLeastDecimals(0).build();

        assertThat(judge(none, "7", "Answer: 7").reason()).isEqualTo(Reason.INVALID_TASK);
    }

    private Verdict judge(MathPolicy policy, String expected, String completion) {
        var math = new MathTask("How many?", expected, policy);
        return check.apply(Candidates.of(Task.newBuilder().setMath(math).build(), "assistant", completion));
    }

    @Test
    void tellsEveryNumberFromItsNeighbours() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            long number = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
            String written = random.nextBoolean() ? "%,d".formatted(number) : Long.toString(number);

            assertThat(judge(Long.toString(number), "Answer: " + written)).isInstanceOf(Verdict.Pass.class);
            assertThat(judge(Long.toString(number + 1), "Answer: " + written)).isInstanceOf(Verdict.Fail.class);
        }
    }

    @Test
    void appliesToMathTasksAlone() {
        assertThat(check.appliesTo(Candidates.math("1", ""))).isTrue();
        assertThat(check.appliesTo(Candidates.text("1", ""))).isFalse();
    }

    private Verdict solve(String problem, String expected, String completion) {
        var task =
                Task.newBuilder().setMath(new MathTask(problem, expected, null)).build();
        return check.apply(Candidates.of(task, "assistant", completion));
    }

    private Verdict judge(String expected, String completion) {
        return check.apply(Candidates.math(expected, completion));
    }
}
