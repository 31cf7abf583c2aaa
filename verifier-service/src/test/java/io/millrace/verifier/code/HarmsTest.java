package io.millrace.verifier.code;

import static io.millrace.verifier.check.Reason.ACCEPTED;
import static io.millrace.verifier.check.Reason.CPU_LIMIT;
import static io.millrace.verifier.check.Reason.CRASHED;
import static io.millrace.verifier.check.Reason.MEMORY_LIMIT;
import static io.millrace.verifier.check.Reason.OUTPUT_LIMIT;
import static io.millrace.verifier.check.Reason.RUNTIME_ERROR;
import static io.millrace.verifier.check.Reason.UNSUPPORTED_VALUE;
import static io.millrace.verifier.check.Reason.WALL_LIMIT;
import static io.millrace.verifier.check.Reason.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.Run.Harness;
import io.millrace.verifier.code.SlotSettings.Layer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that want to do damage, under the best protection and under the least that is enough. */
class HarmsTest {

    private static final String[] FORBIDDEN = {
        "fork", "import os\nos.fork()",
        "vfork and exec", "import os\nos.posix_spawn('/bin/true', ['true'], {})",
        "exec", "import os\nos.execv('/bin/true', ['true'])",
        "read /etc/passwd", "open('/etc/passwd').read()",
        "list /etc", "import os\nos.listdir('/etc')",
        "read /proc", "open('/proc/self/environ').read()",
        "list the root of the host", "import os\nassert 'home' in os.listdir('/')",
        "write beside the library", "import os\nopen(os.path.dirname(os.__file__) + '/evil.py', 'w')",
        "change the mode of the library", "import os\nos.chmod(os.__file__, 0o777)",
        "touch the library", "import os\nos.utime(os.__file__)",
        "cut the library", "import os\nos.truncate(os.__file__, 0)",
        "kill the parent", "import os\nos.kill(os.getppid(), 9)",
        "kill everybody", "import os\nos.kill(-1, 9)",
        "signal process 1", "import os\nos.kill(1, 15)",
        "a daemon", "import os\nos.setsid()\nos.fork()",
        "raise a limit", "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40))",
        "lower a limit", "import resource\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))",
        "setuid", "import os\nos.setuid(1)",
        "chroot", "import os\nos.chroot('/tmp')",
    };

    /** By number, since Python has no name for them. */
    private static final String[] SYSTEM_CALLS = {
        "ptrace",
        "101, 16, 1, 0, 0",
        "unshare",
        "272, 0x10000000",
        "mount",
        "165, b'none', b'/tmp', b'tmpfs', 0, None",
        "io_uring",
        "425, 8, None",
        "bpf",
        "321, 0, None, 0",
        "keyctl",
        "250, 0, 0",
        "pidfd_getfd",
        "438, 3, 0, 0",
        "pidfd_open",
        "434, 1, 0",
        "clone a process",
        "56, 17, None, None, None, None",
        "clone3",
        "435, None, 0",
        "tgkill",
        "234, 1, 1, 9",
        "memfd_create",
        "319, b'x', 0",
        "prctl",
        "157, 1, 0, 0, 0",
        "userfaultfd",
        "323, 0",
        "perf_event_open",
        "298, None, 0, -1, -1, 0",
        "process_vm_readv",
        "310, 1, None, 0, None, 0, 0",
        "set an owner of signals",
        "72, 1, 8, 1",
        "add a key",
        "248, None, None, None, 0, 0",
        "socket",
        "41, 1, 1, 0",
    };

    private static List<SlotPool> pools;

    @BeforeAll
    static void start() throws IOException {
        pools = List.of(
                new SlotPool(Programs.settings(1, Layer.NAMESPACES, Layer.LANDLOCK)),
                new SlotPool(Programs.settings(1, Layer.LANDLOCK)));
    }

    @AfterAll
    static void stop() {
        pools.forEach(SlotPool::close);
    }

    static Stream<Arguments> forbidden() {
        Stream<Arguments> programs = Stream.iterate(0, at -> at < FORBIDDEN.length, at -> at + 2)
                .map(at -> Arguments.of(FORBIDDEN[at], FORBIDDEN[at + 1]));
        Stream<Arguments> calls = Stream.iterate(0, at -> at < SYSTEM_CALLS.length, at -> at + 2)
                .map(at -> Arguments.of(SYSTEM_CALLS[at], """
                        import ctypes
                        libc = ctypes.CDLL(None, use_errno=True)
                        if libc.syscall(%s) < 0: raise OSError(ctypes.get_errno(), "refused")
                        """.formatted(SYSTEM_CALLS[at + 1])));
        Stream<Arguments> sockets = Stream.of("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET", "AF_VSOCK")
                .map(family -> Arguments.of(family, "import socket\nsocket.socket(socket." + family + ", 1)"));
        return Stream.of(programs, calls, sockets).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void isRefused(String name, String harm) throws Exception {
        String program = "def f():\n    try:\n" + harm.indent(8) + "    except (OSError, ValueError, AssertionError):\n"
                + "        return 'refused'\n    return 'done'\n";

        for (SlotPool pool : pools) {
            for (Harness harness : Programs.HARNESSES) {
                Run run = pool.run(Programs.job(program, Programs.testsFor(harness, "assert f() == 'refused'")));

                assertThat(run.reason()).as(run.text()).isEqualTo(ACCEPTED);
            }
            assertThat(pool.run(Programs.healthy()).reason()).isEqualTo(ACCEPTED);
        }
    }

    static Stream<Arguments> contained() {
        return Stream.of(
                harm("a CPU loop", Set.of(CPU_LIMIT), "def f(x):\n  while True: pass"),
                harm("a loop while loading", Set.of(CPU_LIMIT), "while True: pass"),
                harm("a huge power", Set.of(CPU_LIMIT, MEMORY_LIMIT), "def f(x): return 7 ** 7 ** 9 % 5"),
                harm("a regex that backtracks", Set.of(CPU_LIMIT), "import re\ndef f(x): re.match('(a+)+b', 'a' * 99)"),
                harm("ignored signals", Set.of(CPU_LIMIT), """
                        import signal
                        for number in range(1, 65):
                            try: signal.signal(number, signal.SIG_IGN)
                            except (OSError, ValueError): pass
                        while True: pass
                        """),
                harm("a thread bomb", Set.of(CPU_LIMIT, RUNTIME_ERROR, MEMORY_LIMIT, WALL_LIMIT, WRONG_ANSWER), """
                        import threading, time
                        threading.stack_size(65536)
                        def f(x):
                            for _ in range(100000): threading.Thread(target=time.sleep, args=(99,), daemon=True).start()
                        """),
                harm("a memory hog", Set.of(MEMORY_LIMIT), "def f(x): return len('a' * 10 ** 10)"),
                harm(
                        "a slow memory hog",
                        Set.of(MEMORY_LIMIT),
                        "def f(x):\n  a = []\n  while True: a.append(bytes(1 << 24))"),
                harm("an output flood", Set.of(OUTPUT_LIMIT), "def f(x):\n  while True: print('x' * 1000)"),
                harm("a quiet output flood", Set.of(OUTPUT_LIMIT), """
                        import os
                        def f(x):
                            try:
                                while True: os.write(1, b'x' * 4096)
                            except OSError: return x * x
                        """),
                harm("deep recursion", Set.of(RUNTIME_ERROR), "def f(x): return f(x)"),
                harm("endless recursion", Set.of(CRASHED, MEMORY_LIMIT, CPU_LIMIT, RUNTIME_ERROR), """
                        import sys
                        sys.setrecursionlimit(10 ** 9)
                        class A:
                            def __getattr__(self, name): return getattr(self, name + 'x')
                        def f(x): return A().y
                        """),
                harm(
                        "deep data",
                        Set.of(UNSUPPORTED_VALUE),
                        "def f(x):\n  a = []\n  for _ in range(10000): a = [a]\n  return a"),
                harm(
                        "data that holds itself",
                        Set.of(UNSUPPORTED_VALUE),
                        "def f(x):\n  a = []\n  a.append(a)\n  return a"),
                harm(
                        "data that doubles",
                        Set.of(OUTPUT_LIMIT, CPU_LIMIT),
                        "def f(x):\n  a = [1.5]\n  for _ in range(50): a = [a, a]\n  return a"),
                harm("a result of many megabytes", Set.of(OUTPUT_LIMIT), "def f(x): return 'x' * (9 << 20)"),
                harm("a segmentation fault", Set.of(CRASHED), "import ctypes\ndef f(x): ctypes.memset(8, 0, 8)"),
                harm("an abort", Set.of(CRASHED), "import os\ndef f(x): os.abort()"),
                harm("a full disk", Set.of(RUNTIME_ERROR, OUTPUT_LIMIT), """
                        def f(x):
                            for n in range(100000):
                                with open('/tmp/%d' % n, 'wb') as file: file.write(bytes(60000))
                        """),
                harm("no more inodes", Set.of(RUNTIME_ERROR), """
                        import os
                        def f(x):
                            for n in range(100000): os.mkdir('/tmp/%d' % n)
                        """),
                harm("too many files", Set.of(RUNTIME_ERROR), "def f(x): a = [open('/dev/null') for _ in range(99)]"),
                harm("garbage to the tests", Set.of(UNSUPPORTED_VALUE, RUNTIME_ERROR), """
                        import os
                        def f(x): os.write(4, (4).to_bytes(4, 'little') + b'R{[}')
                        """),
                harm("an endless frame to the tests", Set.of(Reason.EXITED_EARLY, RUNTIME_ERROR), """
                        import os
                        def f(x): os.write(4, bytes([255] * 4))
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contained")
    void isContained(String name, Set<Reason> expected, String program) throws Exception {
        for (SlotPool pool : pools) {
            for (Harness harness : Programs.HARNESSES) {
                Run run = pool.run(Programs.job(program, Programs.testsFor(harness, Programs.SQUARE_TESTS)));

                assertThat(run.harness()).isEqualTo(harness);
                assertThat(run.reason()).as(run.text()).isIn(expected);
                assertThat(pool.run(Programs.healthy()).reason()).isEqualTo(ACCEPTED);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contained")
    void isContainedInACommand(String name, Set<Reason> ignored, String program) throws Exception {
        for (SlotPool pool : pools) {
            Run run = pool.run(Programs.command(program + "\nprint(f(3))\n", new Case("", "9")));

            assertThat(run.harness()).isEqualTo(Harness.STREAMS);
            assertThat(run.reason()).as(run.text()).isNotEqualTo(ACCEPTED);
            assertThat(pool.run(Programs.healthy()).reason()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void leavesTheHeapOfTheServiceAlone() throws Exception {
        Runtime heap = Runtime.getRuntime();
        String flood = "def f(x):\n    print('x' * 65536)\n    return 'x' * (7 << 20)";
        System.gc();
        long before = heap.totalMemory() - heap.freeMemory();

        for (int round = 0; round < 20; round++) {
            pools.getFirst().run(Programs.job(flood, Programs.SQUARE_TESTS));
        }

        System.gc();
        assertThat(heap.totalMemory() - heap.freeMemory()).isLessThan(before + (8 << 20));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("environment")
    void seesOnlyWhatEveryProgramSees(String name, String expression, String expected) throws Exception {
        String program = "import os, sys\ndef f(): return " + expression + "\n";

        for (Harness harness : Programs.HARNESSES) {
            String tests = Programs.testsFor(harness, "assert f() == " + expected);
            Run run = pools.getFirst().run(Programs.job(program, tests));

            assertThat(run.reason()).as(run.text()).isEqualTo(ACCEPTED);
        }
    }

    static Stream<Arguments> environment() {
        return Stream.of(
                Arguments.of("environment", "sorted(os.environ)", "['HOME', 'LANG', 'PYTHONHASHSEED']"),
                Arguments.of("hashes", "hash('seed')", "hash('seed')"),
                Arguments.of("identity", "os.getuid()", "65534"),
                Arguments.of("host", "os.uname().nodename", "'sandbox'"),
                Arguments.of("scratch", "os.getcwd(), os.listdir('.')", "('/tmp', [])"),
                Arguments.of("modules", "[m for m in ('launch', 'slot') if m in sys.modules]", "[]"));
    }

    @Test
    void holdsAProgramToEightThreads() throws Exception {
        String program = """
                import threading, time
                started = 0
                def f():
                    global started
                    try:
                        for started in range(99): threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
                    except RuntimeError: pass
                    return started
                """;

        for (Harness harness : Programs.HARNESSES) {
            Run run = pools.getFirst().run(Programs.job(program, Programs.testsFor(harness, "assert f() == 7")));

            assertThat(run.reason()).as(run.text()).isEqualTo(ACCEPTED);
        }
    }

    private static Arguments harm(String name, Set<Reason> expected, String program) {
        return Arguments.of(name, expected, program);
    }
}
