package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.code.Exam.DataDriven;
import io.millrace.verifier.code.Exam.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assert f() == 1",
                "assert f( 1,-2 , +3,) == [1, 2,] # why",
                "assert candidate((), (1,), (1)) == {}",
                "assert f('it\\'s', \"\\u00e9\\n\", r'\\d', b'\\xff') is None",
                "assert not f({'a': [1, {2}]}, {1, 'b'})",
                "assert f(1.5e-3, .5, 1., 0x1F, 0b11, float('nan'), float('-inf'))",
                "assert f(1000000000000000000000000000000) is True",
                "assert set(f(1)) == set([1, 2])",
                "\n# tests\nassert f(1) == set()\n\n",
            })
    void comparesPlainDataOutsideTheSandbox(String tests) {
        assertThat(Exam.of(Programs.job("", tests))).isInstanceOf(DataDriven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "import math\nassert f(1) == 1",
                "assert g(1) == 1",
                "assert f(x) == 1",
                "assert f(y=1) == 1",
                "assert f(*[1]) == 1",
                "assert f(1) == g(1)",
                "assert f(1) == 1 + 1",
                "assert f(1) == 1 == 1",
                "assert f(1) == 1, 'why'",
                "assert f(1) == 1 or True",
                "assert f(1) == 1;",
                "assert f(1) != 1",
                "assert f(1) is 1",
                "assert f(1)[0] == 1",
                "assert f(1).x == 1",
                "assert f(012) == 1",
                "assert f(1_0) == 1",
                "assert f(1j) == 1",
                "assert f(1 .5) == 1",
                "assert f(--1) == 1",
                "assert f([1) == 1",
                "assert f([1 2]) == 1",
                "assert f(,) == 1",
                "assert f((,)) == 1",
                "assert f({[1]: 1}) == 1",
                "assert f({[1]}) == 1",
                "assert f({1: 2, 3}) == 1",
                "assert f('a' 'b') == 1",
                "assert f('''a''') == 1",
                "assert f(f'a') == 1",
                "assert f('\\N{DASH}') == 1",
                "assert f('\\q') == 1",
                "assert f('\\ud800') == 1",
                "assert f('\\01') == 1",
                "assert f(b'\u00e9') == 1",
                "assert f('a",
                "assert f(1) ==",
                "assert f(1",
                "assert f(\n1) == 1",
                " assert f(1) == 1",
                "assertf(1) == 1",
                "assert f(1) == 1\nassert sorted(f(1)) == [1]",
                "# coding: latin-1\nassert f(1) == 1",
            })
    void leavesEverythingElseToPython(String tests) {
        assertThat(Exam.of(Programs.job("", tests))).isInstanceOf(Script.class);
    }

    @Test
    void readsNoDeeperThanItCanSend() {
        String deep = "assert f(" + "[".repeat(9_999) + "]".repeat(9_999) + ") == 1";

        assertThat(Exam.of(Programs.job("", deep))).isInstanceOf(Script.class);
    }

    @Test
    void leavesTestsThatNeedNamesOfTheReferenceToPython() {
        Job job = new Job("", "assert f(1) == 1", "f", "def close(x): return x", Limits.DEFAULT);

        assertThat(Exam.of(job)).isInstanceOf(Script.class);
    }

    @Test
    void doesNotTakeAFunctionForTheBuiltinOfItsName() {
        Job job = new Job("", "assert set(set([1])) == set([1])", "set", "", Limits.DEFAULT);

        assertThat(Exam.of(job)).isInstanceOf(Script.class);
    }
}
