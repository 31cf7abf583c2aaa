package io.millrace.verifier.code;

import static io.millrace.verifier.check.Reason.ACCEPTED;
import static io.millrace.verifier.check.Reason.CRASHED;
import static io.millrace.verifier.check.Reason.EXITED_EARLY;
import static io.millrace.verifier.check.Reason.RUNTIME_ERROR;
import static io.millrace.verifier.check.Reason.UNSUPPORTED_VALUE;
import static io.millrace.verifier.check.Reason.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.Run.Harness;
import io.millrace.verifier.code.SlotSettings.Layer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that want to pass without solving the task, which is to square a number. */
class CheatsTest {

    private static SlotPool pool;

    @BeforeAll
    static void start() throws IOException {
        pool = new SlotPool(Programs.settings(1, Layer.NAMESPACES, Layer.LANDLOCK));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    static Stream<Arguments> cheats() {
        return Stream.of(
                cheat("sys.exit at once", EXITED_EARLY),
                cheat("sys.exit when called", EXITED_EARLY),
                cheat("os._exit at once", EXITED_EARLY),
                cheat("os._exit when called", EXITED_EARLY),
                cheat("posix._exit", EXITED_EARLY),
                cheat("raise SystemExit", EXITED_EARLY),
                cheat("atexit", EXITED_EARLY),
                cheat("excepthook", RUNTIME_ERROR),
                cheat("swallowed assertion", RUNTIME_ERROR),
                cheat("always equal", UNSUPPORTED_VALUE),
                cheat("an int that equals everything", UNSUPPORTED_VALUE),
                cheat("a list that equals everything", UNSUPPORTED_VALUE),
                cheat("__reduce__", UNSUPPORTED_VALUE),
                cheat("forged __repr__", UNSUPPORTED_VALUE),
                cheat("forged class", UNSUPPORTED_VALUE),
                cheat("patched builtins", WRONG_ANSWER),
                cheat("shadowed builtins", WRONG_ANSWER),
                cheat("settrace", WRONG_ANSWER),
                cheat("walking frames", WRONG_ANSWER),
                cheat("walking the heap", WRONG_ANSWER),
                cheat("a forged verdict on every descriptor", EXITED_EARLY, WRONG_ANSWER),
                cheat("a forged verdict on stdout", WRONG_ANSWER),
                cheat("closed descriptors", EXITED_EARLY, WRONG_ANSWER),
                cheat("rewired descriptors", EXITED_EARLY, WRONG_ANSWER),
                cheat("replies said in advance", WRONG_ANSWER, RUNTIME_ERROR),
                cheat("answers added to the real ones", WRONG_ANSWER, EXITED_EARLY),
                cheat("another length of what was said", WRONG_ANSWER, EXITED_EARLY),
                cheat("arguments changed for later calls", WRONG_ANSWER),
                cheat("a shadowed module", WRONG_ANSWER),
                cheat("a file left for the next", WRONG_ANSWER),
                cheat("a prefix", WRONG_ANSWER),
                cheat("a superset", WRONG_ANSWER),
                cheat("a truth", WRONG_ANSWER),
                cheat("not a number", WRONG_ANSWER),
                cheat("visible examples only", WRONG_ANSWER),
                cheat("examples printed", WRONG_ANSWER),
                cheat("a huge int read as text", WRONG_ANSWER),
                cheat("a null pointer", CRASHED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cheats")
    void aCheatNeverPasses(String name, Map<Harness, Reason> expected) throws Exception {
        String program = Objects.requireNonNull(CodeProbes.cheats().get(name));
        for (Harness harness : expected.keySet()) {
            Run run = pool.run(Programs.job(program, Programs.testsFor(harness, Programs.SQUARE_TESTS)));

            assertThat(run.harness()).isEqualTo(harness);
            assertThat(run.reason()).as(run.text()).isEqualTo(expected.get(harness));
            assertThat(pool.run(Programs.healthy()).reason()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void aProgramCannotFindItsTestsInMemory() throws Exception {
        // The pattern is written so that it does not match itself.
        String program = """
                import ctypes, gc, re
                def f(x):
                    gc.unfreeze()
                    pages = {id(value) >> 12 for value in gc.get_objects()}
                    memory = b"".join(ctypes.string_at(page << 12, 4096) for page in pages)
                    return bool(re.search(b"EXPECTED[_]VALUE", memory)) or len(pages)
                """;
        String tests = "secret = 'EXPECTED_VALUE'\nassert f(1) is not True and f(1) > 100\n";

        List<Run> runs = List.of(pool.run(Programs.job(program, tests)), pool.run(Programs.job(program, tests)));

        assertThat(runs).extracting(Run::reason).containsOnly(ACCEPTED);
    }

    @Test
    void everyProbeIsACheatOfKnownFate() {
        assertThat(cheats().map(cheat -> cheat.get()[0]))
                .containsExactlyElementsOf(CodeProbes.cheats().keySet());
    }

    @Test
    void aProgramCannotFindTheTaskBeforeIt() throws Exception {
        String program = """
                import ctypes, gc, re
                def f(x):
                    gc.unfreeze()
                    pages = {id(value) >> 12 for value in gc.get_objects()}
                    memory = b"".join(ctypes.string_at(page << 12, 4096) for page in pages)
                    return bool(re.search(b"ANOTHER[_]TASK", memory)) or len(pages)
                """;
        for (Harness harness : List.of(Harness.SPLIT, Harness.VALUES_OUT)) {
            String before = Programs.testsFor(harness, "assert f('ANOTHER_TASK') == 'ANOTHER_TASK'");
            pool.run(Programs.job("secret = 'ANOTHER_TASK'\ndef f(x): return x", before));

            Run run = pool.run(Programs.job(program, "import math\nassert f(1) is not True and f(1) > 100"));

            assertThat(run.reason()).as(run.text()).isEqualTo(ACCEPTED);
        }
    }

    private static Arguments cheat(String name, Reason expected) {
        return cheat(name, expected, expected);
    }

    private static Arguments cheat(String name, Reason split, Reason valuesOut) {
        return Arguments.of(name, Map.of(Harness.SPLIT, split, Harness.VALUES_OUT, valuesOut));
    }
}
