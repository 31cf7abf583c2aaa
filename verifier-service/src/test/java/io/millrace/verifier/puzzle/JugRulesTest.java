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

class JugRulesTest {

    private static final String GIVEN = "{\"capacities\":[3,5],\"target\":4,\"maxMoves\":8}";

    private final JugRules check = new JugRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fill 2; pour 2 1; empty 1; pour 2 1; fill 2; pour 2 1",
                "fill 1; pour 1 2; fill 1; pour 1 2; empty 2; pour 1 2; fill 1; pour 1 2",
                "Fill 2;pour 2 1;empty 1;pour 2 1;fill 2;pour 2 1;"
            })
    void passesAnyPlanThatMeasuresTheAmount(String plan) {
        assertThat(judge(GIVEN, plan)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fill 2",
                "fill 2; pour 2 1; empty 1; pour 2 1; fill 2",
                "fill 2; pour 2 1; empty 1; pour 2 1; fill 2; pour 2 1; empty 2",
                "fill 1; empty 1; fill 2; pour 2 1; empty 1; pour 2 1; fill 2; pour 2 1; fill 1"
            })
    void failsAPlanThatEndsElsewhereOrTakesTooLong(String plan) {
        assertThat(judge(GIVEN, plan)).isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "0",
                "[]",
                "True",
                "fill 3",
                "fill 0",
                "pour 1 1",
                "fill",
                "fill 2, pour 2 1",
                "fill 2; then stop",
                "fill \u0662",
                "pour 1 21"
            })
    void doesNotReadAnythingElse(String plan) {
        assertThat(judge(GIVEN, plan)).isInstanceOf(Verdict.Unparseable.class);
    }

    @Test
    void aPlanOfAnyLengthIsBounded() {
        assertThat(judge(GIVEN, "fill 1; ".repeat(1_000) + "fill 1")).isInstanceOf(Verdict.Unparseable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"capacities\":[],\"target\":4,\"maxMoves\":8}",
                "{\"capacities\":[3,-5],\"target\":4,\"maxMoves\":8}",
                "{\"capacities\":[3,5],\"target\":0,\"maxMoves\":8}",
                "{\"capacities\":[3,5],\"target\":4.0,\"maxMoves\":8}"
            })
    void aTaskThatCannotBeReadIsNobodysFault(String given) {
        assertThat(judge(given, "fill 1"))
                .isInstanceOf(Verdict.Unsupported.class)
                .extracting(Verdict::reason)
                .isEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void judgesNoOtherPuzzle() {
        assertThat(check.appliesTo(Candidates.countdown("{}", "Answer: 1"))).isFalse();
        assertThat(check.appliesTo(candidate(GIVEN, "fill 1"))).isTrue();
    }

    private Verdict judge(String given, String plan) {
        return check.apply(candidate(given, plan));
    }

    private static Candidate candidate(String given, String plan) {
        var puzzle = new PuzzleTask("planning", 1, "Measure 4 litres.", given, "");
        return Candidates.of(Task.newBuilder().setPuzzle(puzzle).build(), "assistant", "Answer: " + plan);
    }
}
