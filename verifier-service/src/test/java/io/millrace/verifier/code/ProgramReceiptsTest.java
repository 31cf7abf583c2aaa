package io.millrace.verifier.code;

import static io.millrace.verifier.code.CodeTasks.candidate;
import static io.millrace.verifier.code.CodeTasks.fenced;
import static io.millrace.verifier.code.CodeTasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Extraction;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a verdict on a Python program tells besides its reason. */
class ProgramReceiptsTest {

    private static SlotPool pool;
    private static ProgramTests check;

    @BeforeAll
    static void start() throws IOException {
        pool = new SlotPool(SlotSettings.of(1));
        check = new ProgramTests(Language.PYTHON, pool, Programs.TIGHT, ProgramTests.NOTICED_FAULTS);
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @Test
    void leavesEvidence() {
        Verdict verdict =
                check.apply(candidate(task("assert f(1) == 1\nassert f(2) == 2", null), fenced("def f(x): return 1")));

        assertThat(verdict.evidence().score()).isEqualTo(0.5);
        assertThat(verdict.evidence().isolation()).endsWith("+seccomp");
        assertThat(verdict.evidence().measurements())
                .containsKeys("cpuMicros", "wallMicros", "maxRssKb", "interpreter")
                .containsEntry("harness", "values-out")
                .containsEntry("assertions", "2")
                .containsEntry("assertionsPassed", "1");
        assertThat(verdict.evidence().extraction())
                .isEqualTo(new Extraction("def f(x): return 1", "python-program", "1", "fence"));
    }

    @Test
    void tellsHowEachTestFaredUnderEitherHarness() {
        String program = "def f(x):\n    if x == 2: raise ValueError\n    return 1 if x == 3 else x";
        String tests = "assert f(1) == 1\nassert f(2) == 2\nassert f(3) == 3\nassert f(4) == 4";

        for (Run.Harness harness : Programs.HARNESSES) {
            Verdict verdict = check.apply(candidate(task(Programs.testsFor(harness, tests), null), fenced(program)));

            assertThat(verdict.reason()).isEqualTo(Reason.RUNTIME_ERROR);
            assertThat(verdict.evidence().text()).contains("assertion 2 of 4, line 2");
            assertThat(verdict.evidence().score()).isEqualTo(0.5);
            assertThat(verdict.evidence().measurements())
                    .containsEntry("assertionResults", "PFFP")
                    .containsEntry("harness", harness.label());
        }
    }

    @Test
    void marksTestsAfterTheEndOfAProgramAsNotReached() {
        String program = "import os\ndef f(x): return os._exit(0) if x == 2 else x";
        String tests = "assert f(1) == 1\nassert f(2) == 2\nassert f(3) == 3";

        for (Run.Harness harness : Programs.HARNESSES) {
            Verdict verdict = check.apply(candidate(task(Programs.testsFor(harness, tests), null), fenced(program)));

            assertThat(verdict.reason()).isEqualTo(Reason.EXITED_EARLY);
            assertThat(verdict.evidence().measurements()).containsEntry("assertionResults", "PF-");
        }
    }

    @Test
    void marksEachOfSeveralTestFunctions() {
        String tests = """
                def test_one():
                    assert f(1) == 1
                def test_two():
                    assert f(2) == 3
                    assert f(2) == 2
                def test_three():
                    assert f(3) == 3
                """;

        Verdict verdict = check.apply(candidate(task(tests, null), fenced("def f(x): return x")));

        assertThat(verdict.reason()).isEqualTo(Reason.WRONG_ANSWER);
        assertThat(verdict.evidence().measurements()).containsEntry("assertionResults", "PF-P");
    }
}
