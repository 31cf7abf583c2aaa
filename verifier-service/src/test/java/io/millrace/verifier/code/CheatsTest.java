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
                cheat("sys.exit at once", EXITED_EARLY, "import sys\nsys.exit(0)"),
                cheat("sys.exit when called", EXITED_EARLY, "import sys\ndef f(x): sys.exit(0)"),
                cheat("os._exit at once", EXITED_EARLY, "import os\nos._exit(0)"),
                cheat("os._exit when called", EXITED_EARLY, "import os\ndef f(x): os._exit(0)"),
                cheat("posix._exit", EXITED_EARLY, "import posix\ndef f(x): posix._exit(0)"),
                cheat("raise SystemExit", EXITED_EARLY, "def f(x): raise SystemExit(0)"),
                cheat("atexit", EXITED_EARLY, "import atexit, os\natexit.register(os._exit, 0)\nraise SystemExit"),
                cheat("excepthook", RUNTIME_ERROR, "import sys, os\nsys.excepthook = lambda *a: os._exit(0)\n1 / 0"),
                cheat("swallowed assertion", RUNTIME_ERROR, "def f(x): raise AssertionError"),
                cheat("always equal", UNSUPPORTED_VALUE, """
                        class Equal:
                            def __eq__(self, other): return True
                            def __ne__(self, other): return False
                            def __hash__(self): return 9
                        def f(x): return Equal()
                        """),
                cheat("an int that equals everything", UNSUPPORTED_VALUE, """
                        class Number(int):
                            def __eq__(self, other): return True
                        def f(x): return Number(1)
                        """),
                cheat("a list that equals everything", UNSUPPORTED_VALUE, """
                        class Items(list):
                            def __eq__(self, other): return True
                        def f(x): return Items()
                        """),
                cheat("__reduce__", UNSUPPORTED_VALUE, """
                        class Bomb:
                            def __reduce__(self): return (exec, ("import os; os._exit(0)",))
                        def f(x): return Bomb()
                        """),
                cheat("forged __repr__", UNSUPPORTED_VALUE, """
                        class Nine:
                            def __repr__(self): return "9"
                            __str__ = __repr__
                        def f(x): return Nine()
                        """),
                cheat("forged class", UNSUPPORTED_VALUE, """
                        class Nine:
                            __class__ = int
                            def __eq__(self, other): return True
                        def f(x): return Nine()
                        """),
                cheat("patched builtins", WRONG_ANSWER, """
                        import builtins
                        builtins.AssertionError = type("Quiet", (Exception,), {})
                        builtins.exec = builtins.compile = lambda *a, **k: None
                        def f(x): return 1
                        """),
                cheat("shadowed builtins", WRONG_ANSWER, "def f(x): return 1\ndef abs(x): return 9\nint = abs"),
                cheat("settrace", WRONG_ANSWER, """
                        import sys
                        def trace(frame, event, arg):
                            if frame.f_code.co_filename == 'tests.py': frame.f_locals.clear()
                            return trace
                        sys.settrace(trace)
                        def f(x): return 1
                        """),
                cheat("walking frames", WRONG_ANSWER, """
                        import sys
                        def f(x):
                            frame = sys._getframe()
                            while frame:
                                for space in (frame.f_locals, frame.f_globals):
                                    for value in list(space.values()):
                                        if type(value) in (str, bytes) and str(value).count("assert"): return 9
                                frame = frame.f_back
                            return 1
                        """),
                cheat("walking the heap", WRONG_ANSWER, """
                        import gc
                        def f(x):
                            for value in gc.get_objects():
                                if type(value) is dict and any(type(v) in (str, bytes) and "f(3)" in str(v) for v in value.values()):
                                    return 9
                            return 1
                        """),
                cheat("a forged verdict on every descriptor", EXITED_EARLY, WRONG_ANSWER, """
                        import os
                        for fd in range(64):
                            try: os.write(fd, bytes(9))
                            except OSError: pass
                        def f(x): return 1
                        """),
                cheat("a forged verdict on stdout", WRONG_ANSWER, """
                        print("P"); print("PASSED"); print("OK", flush=True)
                        def f(x): return print("2 passed in 0.01s") or 1
                        """),
                cheat(
                        "closed descriptors",
                        EXITED_EARLY,
                        WRONG_ANSWER,
                        "import os\nos.closerange(0, 64)\ndef f(x): return 9"),
                cheat("rewired descriptors", EXITED_EARLY, WRONG_ANSWER, """
                        import os
                        for fd in range(3, 64):
                            try: os.dup2(1, fd)
                            except OSError: pass
                        def f(x): return 9
                        """),
                cheat("replies said in advance", WRONG_ANSWER, RUNTIME_ERROR, """
                        import os
                        def f(x):
                            os.write(4, (9).to_bytes(4, "little") + b"R[1,null]")
                            return 9
                        """),
                cheat("answers added to the real ones", WRONG_ANSWER, EXITED_EARLY, """
                        import gc
                        def f(x):
                            gc.unfreeze()
                            store = max((o for o in gc.get_objects() if hasattr(type(o), "wipe")), key=lambda o: len(o.memory))
                            store.say(b"R", b"9")
                            store.say(b"P", b"passed")
                            store.say(b"P" * 9, bytes(9))
                            return 9
                        """),
                cheat("another length of what was said", WRONG_ANSWER, EXITED_EARLY, """
                        import gc
                        def f(x):
                            gc.unfreeze()
                            for found in gc.get_objects():
                                if hasattr(type(found), "wipe"): found.memory[:8] = bytes([255] * 8)
                            return 1
                        """),
                cheat("arguments changed for later calls", WRONG_ANSWER, """
                        import sys
                        def f(x):
                            frame = sys._getframe()
                            while frame:
                                for value in list(frame.f_locals.values()):
                                    if type(value) is list and value and type(value[0]) is list: value[1:] = [[3]]
                                frame = frame.f_back
                            return 9
                        """),
                cheat("a shadowed module", WRONG_ANSWER, """
                        import sys, types
                        sys.modules["math"] = types.ModuleType("math")
                        sys.modules["math"].isclose = lambda *a, **k: True
                        def f(x): return 1
                        """),
                cheat("a file left for the next", WRONG_ANSWER, """
                        import os
                        try:
                            with open("/tmp/sitecustomize.py", "w") as file: file.write("f = 9")
                            with open("/tmp/math.py", "w") as file: file.write("f = 9")
                        except OSError: pass
                        def f(x): return 1
                        """),
                cheat("a prefix", WRONG_ANSWER, "def f(x): return [9, 16]"),
                cheat("a superset", WRONG_ANSWER, "def f(x): return '9 16'"),
                cheat("a truth", WRONG_ANSWER, "def f(x): return True"),
                cheat("not a number", WRONG_ANSWER, "def f(x): return float('nan')"),
                cheat("visible examples only", WRONG_ANSWER, "def f(x): return {3: 9}.get(x)"),
                cheat("examples printed", WRONG_ANSWER, "def f(x): print(9)"),
                cheat("a huge int read as text", WRONG_ANSWER, "def f(x): return 10 ** 5000"),
                cheat("a null pointer", CRASHED, "import ctypes\ndef f(x): return ctypes.string_at(0)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cheats")
    void aCheatNeverPasses(String name, Map<Harness, Reason> expected, String program) throws Exception {
        for (Harness harness : Harness.values()) {
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

    private static Arguments cheat(String name, Reason expected, String program) {
        return cheat(name, expected, expected, program);
    }

    private static Arguments cheat(String name, Reason split, Reason valuesOut, String program) {
        return Arguments.of(name, Map.of(Harness.SPLIT, split, Harness.VALUES_OUT, valuesOut), program);
    }
}
