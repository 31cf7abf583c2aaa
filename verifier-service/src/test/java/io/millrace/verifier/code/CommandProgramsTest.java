package io.millrace.verifier.code;

import static io.millrace.verifier.code.CodeTasks.candidate;
import static io.millrace.verifier.code.CodeTasks.fenced;
import static io.millrace.verifier.code.CodeTasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.CodeCase;
import io.millrace.schemas.CodeTask;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Python programs that read an input and write an output. */
class CommandProgramsTest {

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

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(Reason.ACCEPTED, "n = int(input())\nprint(n * n)"),
                Arguments.of(Reason.ACCEPTED, "import sys\nfor n in sys.stdin: print(int(n) ** 2, ' \\n\\n')"),
                Arguments.of(Reason.ACCEPTED, "import os\nos.write(1, b'%d' % int(input()) ** 2)\nos._exit(1)"),
                Arguments.of(Reason.ACCEPTED, "import atexit\nn = int(input())\natexit.register(lambda: print(n * n))"),
                Arguments.of(Reason.ACCEPTED, """
                        import sys, threading
                        def work():
                            print(int(input()) ** 2)
                            print("done", file=sys.stderr)
                        threading.Thread(target=work).start()
                        """),
                Arguments.of(Reason.WRONG_ANSWER, "print(9)"),
                Arguments.of(Reason.WRONG_ANSWER, "print(9, 16)"),
                Arguments.of(Reason.WRONG_ANSWER, "n = int(input())\nprint('', n * n)"),
                Arguments.of(Reason.WRONG_ANSWER, "n = int(input())\nprint(str(n * n)[:1])"),
                Arguments.of(Reason.WRONG_ANSWER, "print(9)\nprint(16)"),
                Arguments.of(Reason.WRONG_ANSWER, "import sys\nsys.exit(0)"),
                Arguments.of(Reason.RUNTIME_ERROR, "n = int(input())\nprint(n * n)\n1 / 0"),
                Arguments.of(Reason.COMPILE_ERROR, "print(9"),
                Arguments.of(Reason.CPU_LIMIT, "while True: pass"),
                Arguments.of(Reason.OUTPUT_LIMIT, "while True: print('9' * 100)"),
                Arguments.of(Reason.CRASHED, "import os\nos.abort()"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void judgesACommandByWhatItWrites(Reason expected, String program) {
        Verdict verdict = check.apply(candidate(command(), fenced(program)));

        assertThat(verdict.reason()).as(verdict.evidence().text()).isEqualTo(expected);
        assertThat(verdict.evidence().measurements()).containsEntry("harness", "streams");
    }

    @Test
    void scoresACommandByItsCases() {
        Verdict verdict = check.apply(candidate(command(), fenced("print(16)")));

        assertThat(verdict.evidence().score()).isEqualTo(0.5);
        assertThat(verdict.evidence().measurements()).containsEntry("assertionResults", "FP");
    }

    private static CodeTask command() {
        return CodeTask.newBuilder(task("", null))
                .setEntryPoint("")
                .setCases(List.of(new CodeCase("3\n", "9\n"), new CodeCase("4\n", "16")))
                .build();
    }
}
