package io.millrace.verifier.code;

import static io.millrace.verifier.code.CodeTasks.candidate;
import static io.millrace.verifier.code.CodeTasks.fenced;
import static io.millrace.verifier.code.CodeTasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CodeLimits;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTestsTest {

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

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("sets", "def f(x): return [x, x, 2]", "assert set(f(1)) == set([2, 1])"),
                shape(
                        "floats",
                        "def f(x): return x / 3",
                        "import math\nassert math.isclose(f(1), 0.3333, rel_tol=0.01)"),
                shape("check", "def f(x): return x", "def check(candidate):\n    assert candidate(1) == 1"),
                shape(
                        "called check",
                        "def f(x): return x",
                        "def check(candidate):\n    assert candidate(1) == 1\ncheck(f)"),
                shape("test functions", "def f(x): return x", "def test_one():\n    assert f(1) == 1"),
                shape(
                        "helpers",
                        "def f(x): return x",
                        "from typing import List\ndef twice(n): return 2 * n\nassert f(twice(2)) == 4"),
                shape("keywords", "def f(x, *, y=0): return x + y", "assert f(1, y=2) == 3"),
                shape("an expected error", "def f(x): raise ValueError(x)", """
                        try:
                            f(1)
                            assert False
                        except ValueError as error:
                            assert str(error) == "1"
                        """),
                shape("an error of its own", "class Odd(KeyError): pass\ndef f(x): raise Odd(x)", """
                        try:
                            f(1)
                        except KeyError:
                            caught = True
                        assert caught
                        """),
                shape("a changed argument", "def f(x): x[0].append(2); x.append(3)", """
                        x = [[1]]
                        inner = x[0]
                        assert f(x) is None
                        assert x == [[1, 2], 3] and inner == [1, 2]
                        """),
                shape(
                        "a changed dict",
                        "def f(x): x['b'] = x.pop('a')",
                        "d = {'a': {1}}\nf(d)\nassert d == {'b': {1}}"),
                shape("every plain type", "def f(x): return x", """
                        for x in (None, True, 1, -2 ** 70, 2 ** 9000, 1.5, float("inf"), 1j, "\\ud800é", b"b",
                                  (1, (2,)), [1, [2]], {1: "a", (1, 2): None}, {1, "a"}, frozenset({1}), [1, 2 ** 9000], [True, 1.5]):
                            y = f(x)
                            assert y == x and type(y) is type(x), x
                        """),
                shape(
                        "a truth that is no plain data",
                        "import re\ndef f(x): return re.match('a', x)",
                        "assert f('a')\nassert not f('b')"),
                shape(
                        "counters",
                        "import collections\ndef f(x): return collections.Counter(x)",
                        "assert f('aa') == {'a': 2}"),
                shape("dataclasses", """
                        import dataclasses
                        @dataclasses.dataclass
                        class P:
                            x: int
                        def f(x): return dataclasses.astuple(P(x))
                        """, "assert f(1) == (1,)"),
                shape("a main part", "def f(x): return x\nif __name__ == '__main__':\n    1 / 0", "assert f(1) == 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void acceptsARightProgramUnderTestsOfManyShapes(String name, String program, String tests) {
        Verdict verdict = check.apply(candidate(task(tests, null), fenced(program)));

        assertThat(verdict).as(verdict.evidence().text()).isInstanceOf(Verdict.Pass.class);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Reason.WRONG_ANSWER, "def f(x): return None", "assert len(f(1)) == 1"),
                Arguments.of(Reason.WRONG_ANSWER, "def f(x): return 1", "assert f(1) == '1'"),
                Arguments.of(
                        Reason.WRONG_ANSWER,
                        "def f(x): return x",
                        "try:\n    f(1)\n    assert False\nexcept ValueError: pass"),
                Arguments.of(Reason.RUNTIME_ERROR, "def f(x): return x[0]", "assert f(1) == 1"),
                Arguments.of(Reason.RUNTIME_ERROR, "def f(): return 1", "assert f(1) == 1"),
                Arguments.of(Reason.RUNTIME_ERROR, "def f(x): return 1\nimport numpy", "assert f(1) == 1"),
                Arguments.of(Reason.COMPILE_ERROR, "def f(x): return (", "assert f(1) == 1"),
                Arguments.of(Reason.EXITED_EARLY, "def f(x): raise SystemExit", "try:\n    f(1)\nexcept: pass"),
                Arguments.of(
                        Reason.UNSUPPORTED_VALUE,
                        "def f(x): return iter([1])",
                        "try:\n    assert f(1) == 1\nexcept: pass"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void failsAWrongProgramForItsReason(Reason expected, String program, String tests) {
        Verdict verdict = check.apply(candidate(task(tests, null), fenced(program)));

        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        assertThat(verdict.reason()).as(verdict.evidence().text()).isEqualTo(expected);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Reason.INVALID_TASK, "assert f(1) ==", null),
                Arguments.of(Reason.INVALID_TASK, "", null),
                Arguments.of(Reason.INVALID_TASK, "assert undefined(1)", null),
                Arguments.of(Reason.INVALID_TASK, "import os\nos._exit(0)", null),
                Arguments.of(Reason.INVALID_TASK, "assert f(1) == 1", "def f(x): return 2"),
                Arguments.of(Reason.INVALID_TASK, "assert f(1) == 1", "not python"),
                Arguments.of(Reason.UNSUPPORTED_TASK, "assert f(lambda: 1) == 1", null),
                Arguments.of(Reason.UNSUPPORTED_TASK, "assert f(1).x == 1", "def f(x): return iter([x])"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void blamesNoProgramForABrokenTask(Reason expected, String tests, @Nullable String solution) {
        Verdict verdict = check.apply(candidate(task(tests, solution), fenced("def f(x): return 1")));

        assertThat(verdict).as(verdict.evidence().text()).isInstanceOf(Verdict.Unsupported.class);
        assertThat(verdict.reason()).isEqualTo(expected);
    }

    @Test
    void lendsTheTestsTheNamesOfTheReferenceAndNeverThoseOfTheProgram() {
        CodeTask task = task(
                "assert math.isclose(f(1), close(1))", "import math\ndef close(x): return x\ndef f(x): return x * 1.0");
        String honest = "def f(x): return x";
        String cheat = "class math:\n    isclose = lambda *a: True\ndef close(x): return 5\ndef f(x): return 5";

        assertThat(check.apply(candidate(task, fenced(honest)))).isInstanceOf(Verdict.Pass.class);
        assertThat(check.apply(candidate(task, fenced(cheat))).reason()).isEqualTo(Reason.WRONG_ANSWER);
    }

    @Test
    void obeysTheLimitsOfTheTask() {
        CodeTask task = CodeTask.newBuilder(task("assert f(1) == 1", null))
                .setLimits(CodeLimits.newBuilder().setMemoryBytes(100L << 20).build())
                .build();

        Verdict verdict = check.apply(candidate(task, fenced("def f(x): return len(bytes(200 << 20)) and 1")));

        assertThat(verdict.reason()).isEqualTo(Reason.MEMORY_LIMIT);
    }

    static Stream<Arguments> proofs() {
        String positive = "def f(x): return x if x > 0 else -x";
        String product = "def f(x): return abs(x) * 1";
        return Stream.of(
                Arguments.of(true, "assert f(-1) == 1", positive, "def f(x): return x", false),
                Arguments.of(false, "assert f(1) == 1", positive, "def f(x): return x", false),
                Arguments.of(false, "assert f(-1) == 1", null, "def f(x): return x", false),
                Arguments.of(true, "assert f(-2) == 2\nassert f(1) == 1", product, null, true),
                Arguments.of(false, "assert f(1) is not f", product, null, true),
                Arguments.of(false, "assert f(1) == 1", null, null, true));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void provesATaskBeforeItJudges(
            boolean valid, String tests, @Nullable String solution, @Nullable String buggy, boolean generated) {
        CodeTask task = CodeTask.newBuilder(task(tests, solution))
                .setBuggySource(buggy)
                .setGeneratedTests(generated)
                .build();

        Verdict verdict = check.apply(candidate(task, fenced("def f(x): return abs(x)")));

        assertThat(verdict.reason())
                .as(verdict.evidence().text())
                .isEqualTo(valid ? Reason.ACCEPTED : Reason.INVALID_TASK);
    }

    @Test
    void cannotParseAMessageWithoutAProgram() {
        CodeTask task = task("assert f(1) == 1", null);

        assertThat(check.apply(candidate(task, "I do not know."))).isInstanceOf(Verdict.Unparseable.class);
        assertThat(check.apply(candidate(task, "def f(x) would be my answer.")))
                .isInstanceOf(Verdict.Unparseable.class);
    }

    @Test
    void saysThatPythonCannotBeRunWhereNothingProtects() throws IOException {
        try (SlotPool bare = new SlotPool(new SlotSettings(null, 1, Set.of()))) {
            Verdict verdict = new ProgramTests(Language.PYTHON, bare, Programs.TIGHT, ProgramTests.NOTICED_FAULTS)
                    .apply(candidate(task("assert f(1) == 1", null), fenced("def f(x): return 1")));

            assertThat(verdict).isInstanceOf(Verdict.Unsupported.class);
            assertThat(verdict.reason()).isEqualTo(Reason.UNSUPPORTED_LANGUAGE);
        }
    }

    @Test
    void speaksOnlyAboutPython() {
        Candidate python = candidate(task("", null), "");
        Candidate ruby = candidate(
                CodeTask.newBuilder(task("", null)).setLanguage("ruby").build(), "");
        Candidate math = candidate(task("", null), "");
        math.put(
                "task",
                Task.newBuilder().setMath(new MathTask("1 + 1", "2", null)).build());

        assertThat(Stream.of(python, ruby, math).map(check::appliesTo)).containsExactly(true, false, false);
    }

    private static Arguments shape(String name, String program, String tests) {
        return Arguments.of(name, program, tests);
    }
}
