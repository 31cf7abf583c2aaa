package io.millrace.verifier.code;

import static io.millrace.verifier.check.Reason.ACCEPTED;
import static io.millrace.verifier.check.Reason.COMPILE_ERROR;
import static io.millrace.verifier.check.Reason.CPU_LIMIT;
import static io.millrace.verifier.check.Reason.CRASHED;
import static io.millrace.verifier.check.Reason.EXITED_EARLY;
import static io.millrace.verifier.check.Reason.MEMORY_LIMIT;
import static io.millrace.verifier.check.Reason.OUTPUT_LIMIT;
import static io.millrace.verifier.check.Reason.RUNTIME_ERROR;
import static io.millrace.verifier.check.Reason.UNSUPPORTED_VALUE;
import static io.millrace.verifier.check.Reason.WALL_LIMIT;
import static io.millrace.verifier.check.Reason.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.SlotSettings.Layer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Programs in JavaScript and Java that want to do damage, under the best protection and under the least that is enough. */
class ForeignHarmsTest {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), 128L << 20, 64L << 10);
    private static final String SQUARES = "{\"arguments\":[3],\"expected\":9}";
    private static final Map<Language, String> HEALTHY = Map.of(
            Language.JAVASCRIPT, "function f(x) { return x * x; }",
            Language.JAVA, "class A { static int f(int x) { return x * x; } }");

    record Harm(String name, Language language, Set<Reason> expected, String program) {

        @Override
        public String toString() {
            return language.label() + ": " + name;
        }
    }

    static final List<Harm> HARMS = List.of(
            js("a CPU loop", Set.of(CPU_LIMIT), "function f(x) { for (;;); }"),
            js("a loop while loading", Set.of(CPU_LIMIT), "const f = 1; for (;;);"),
            js(
                    "a regex that backtracks",
                    Set.of(CPU_LIMIT),
                    "function f(x) { return /^(a+)+$/.test('a'.repeat(40) + 'b'); }"),
            js("promises without end", Set.of(CPU_LIMIT, MEMORY_LIMIT), """
                    import fs from 'fs';
                    const again = () => Promise.resolve().then(again);
                    await again();
                    """),
            js("a memory hog", Set.of(MEMORY_LIMIT, CPU_LIMIT), """
                    function f(x) { const all = []; for (;;) all.push(new Array(100000).fill(x)); }
                    """),
            js("a hog of buffers", Set.of(MEMORY_LIMIT), """
                    function f(x) { const all = []; for (;;) all.push(Buffer.alloc(1 << 24, 1)); }
                    """),
            js(
                    "one huge buffer",
                    Set.of(MEMORY_LIMIT),
                    "function f(x) { return new ArrayBuffer(2 ** 32 - 1).byteLength; }"),
            js("a hog of shared memory", Set.of(MEMORY_LIMIT, RUNTIME_ERROR), """
                    function f(x) {
                      const all = [];
                      for (;;) all.push(new Uint8Array(new SharedArrayBuffer(1 << 26)).fill(1));
                    }
                    """),
            js("an output flood", Set.of(OUTPUT_LIMIT), "function f(x) { for (;;) console.log('x'.repeat(1000)); }"),
            js("deep recursion", Set.of(RUNTIME_ERROR), "function f(x) { return f(x); }"),
            js("deep data", Set.of(UNSUPPORTED_VALUE), """
                    function f(x) { let a = []; for (let n = 0; n < 10000; n++) a = [a]; return a; }
                    """),
            js(
                    "data that holds itself",
                    Set.of(UNSUPPORTED_VALUE),
                    "function f(x) { const a = []; a.push(a); return a; }"),
            js("data that doubles", Set.of(OUTPUT_LIMIT, CPU_LIMIT, MEMORY_LIMIT), """
                    function f(x) { let a = [1.5]; for (let n = 0; n < 50; n++) a = [a, a]; return a; }
                    """),
            js("a result of many megabytes", Set.of(OUTPUT_LIMIT), "function f(x) { return 'x'.repeat(9 << 20); }"),
            js("a bomb of workers", Set.of(CPU_LIMIT, MEMORY_LIMIT, RUNTIME_ERROR, CRASHED, WRONG_ANSWER), """
                    const { Worker } = require('worker_threads');
                    function f(x) { for (let n = 0; n < 999; n++) new Worker('for (;;);', { eval: true }); }
                    """),
            js("a full disk", Set.of(RUNTIME_ERROR, OUTPUT_LIMIT, CPU_LIMIT), """
                    const fs = require('fs');
                    function f(x) { for (let n = 0; n < 100000; n++) fs.writeFileSync('/tmp/' + n, Buffer.alloc(1 << 20)); }
                    """),
            js("a file left for the next", Set.of(ACCEPTED, RUNTIME_ERROR), """
                    const fs = require('fs');
                    function f(x) { fs.writeFileSync('/tmp/package.json', '{"type":"module"}'); return 9; }
                    """),
            java("a CPU loop", Set.of(CPU_LIMIT), "static int f(int x) { for (;;); }"),
            java(
                    "a loop while loading",
                    Set.of(CPU_LIMIT),
                    "static int y; static { for (; y == 0;); } static int f(int x) { return 9; }"),
            java("a memory hog", Set.of(MEMORY_LIMIT), """
                    static int f(int x) {
                        var all = new java.util.ArrayList<Object>();
                        for (;;) all.add(new int[100000]);
                    }
                    """),
            java("a hog of direct memory", Set.of(MEMORY_LIMIT, CPU_LIMIT), """
                    static int f(int x) {
                        var all = new java.util.ArrayList<Object>();
                        for (;;) all.add(java.nio.ByteBuffer.allocateDirect(1 << 24));
                    }
                    """),
            java("a hog of shared memory", Set.of(RUNTIME_ERROR, EXITED_EARLY, CRASHED), """
                    static int f(int x) throws Throwable {
                        var linker = java.lang.foreign.Linker.nativeLinker();
                        var whole = java.lang.foreign.ValueLayout.JAVA_LONG;
                        var part = java.lang.foreign.ValueLayout.JAVA_INT;
                        var mmap = linker.downcallHandle(
                                linker.defaultLookup().find("mmap").get(),
                                java.lang.foreign.FunctionDescriptor.of(whole, whole, whole, part, part, part, whole));
                        long place = (long) mmap.invoke(0L, 1L << 30, 3, 0x21, -1, 0L);
                        if (place == -1) throw new IllegalStateException("refused");
                        return 9;
                    }
                    """),
            java("an output flood", Set.of(OUTPUT_LIMIT), """
                    static int f(int x) { for (;;) System.out.println("x".repeat(1000)); }
                    """),
            java("deep recursion", Set.of(RUNTIME_ERROR), "static int f(int x) { return f(x) + 1; }"),
            java("data that holds itself", Set.of(UNSUPPORTED_VALUE), """
                    static Object f(int x) { var a = new java.util.ArrayList<Object>(); a.add(a); return a; }
                    """),
            java("a result of many megabytes", Set.of(OUTPUT_LIMIT, MEMORY_LIMIT), """
                    static String f(int x) { return "x".repeat(9 << 20); }
                    """),
            java("a thread bomb", Set.of(MEMORY_LIMIT, CPU_LIMIT), """
                    static int f(int x) {
                        for (;;) new Thread(() -> { for (;;); }).start();
                    }
                    """),
            java("a full disk", Set.of(RUNTIME_ERROR, CPU_LIMIT), """
                    static int f(int x) throws Exception {
                        for (int n = 0; ; n++) java.nio.file.Files.write(java.nio.file.Path.of("/tmp/" + n), new byte[1 << 20]);
                    }
                    """),
            java("types without end", Set.of(COMPILE_ERROR, CPU_LIMIT, WALL_LIMIT), """
                    static Object f(int x) { return %s 1 %s; }
                    """.formatted(
                            "java.util.List.of(1, \"\", java.util.Map.of(1, ".repeat(150), "))".repeat(150))),
            java(
                    "a source without end",
                    Set.of(COMPILE_ERROR),
                    "static int f(int x) { return " + "(".repeat(50_000) + "; }"));

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

    @ParameterizedTest
    @FieldSource("HARMS")
    void isContained(Harm harm) throws Exception {
        for (SlotPool pool : pools) {
            Run run = pool.run(calls(harm.language(), harm.program(), SQUARES));

            assertThat(run.reason()).as(run.text()).isIn(harm.expected());
            Run next = pool.run(calls(harm.language(), HEALTHY.getOrDefault(harm.language(), ""), SQUARES));
            assertThat(next.reason()).as(next.text()).isEqualTo(ACCEPTED);
        }
    }

    static final List<Harm> FORBIDDEN = List.of(
            scripts("read /etc/passwd", "fs.readFileSync('/etc/passwd')"),
            scripts("list /etc", "fs.readdirSync('/etc')"),
            scripts("read /proc", "fs.readFileSync('/proc/self/environ')"),
            scripts("write beside the runtime", "fs.writeFileSync(process.execPath + '.js', '')"),
            scripts("run the runtime once more", "child.execFileSync(process.execPath, ['--version'])"),
            scripts("fork", "child.fork('/tmp/none.js')"),
            scripts("run a shell", "child.execSync('true')"),
            scripts("kill the parent", "process.kill(process.ppid, 9)"),
            scripts("kill everybody", "process.kill(-1, 9)"),
            scripts("become root", "process.setuid(0); process.chdir('/root')"),
            scripts(
                    "open a socket",
                    "const s = new (process.binding('tcp_wrap').TCP)(0); if (s.bind('127.0.0.1', 0) || s.listen(1)) throw 1"),
            scripts("load native code", "process.dlopen({ exports: {} }, '/tmp/evil.node')"),
            scripts(
                    "more memory by a flag",
                    "require('v8').setFlagsFromString('--max-old-space-size=8000'); const a = []; for (;;) a.push(Buffer.alloc(1 << 26, 1))"),
            statements("read /etc/passwd", "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"));"),
            statements(
                    "read /proc", "java.nio.file.Files.readAllBytes(java.nio.file.Path.of(\"/proc/self/environ\"));"),
            statements(
                    "write beside the runtime",
                    "java.nio.file.Files.writeString(java.nio.file.Path.of(System.getProperty(\"java.home\"), \"x\"), \"\");"),
            statements("open a socket", "new java.net.Socket(\"127.0.0.1\", 22);"),
            statements("listen", "new java.net.ServerSocket(0);"),
            statements("run a shell", "Runtime.getRuntime().exec(new String[] {\"/bin/sh\"});"),
            statements(
                    "kill the parent",
                    "if (!ProcessHandle.current().parent().get().destroyForcibly()) throw new Exception();"));

    @ParameterizedTest
    @FieldSource("FORBIDDEN")
    void isRefused(Harm harm) throws Exception {
        String frame = harm.language() == Language.JAVA ? """
                class A { static String f(int x) {
                    try { %s } catch (Throwable thrown) { return "refused"; }
                    return "done";
                } }
                """ : """
                const fs = require('fs'), child = require('child_process');
                function f(x) { try { %s } catch { return 'refused'; } return 'done'; }
                """;
        String source = frame.formatted(harm.program());
        for (SlotPool pool : pools) {
            Run run = pool.run(calls(harm.language(), source, "{\"arguments\":[3],\"expected\":\"refused\"}"));

            // A runtime may also die of it.
            assertThat(run.reason()).as(run.text()).isIn(ACCEPTED, MEMORY_LIMIT, CRASHED, EXITED_EARLY);
        }
    }

    @ParameterizedTest
    @FieldSource("SLEEPS")
    void endsAProgramThatSleepsForEver(Harm harm) throws Exception {
        Limits little = new Limits(Duration.ofMillis(300), 128L << 20, 64L << 10);

        Run run = pools.getFirst()
                .run(calls(harm.language(), harm.program(), SQUARES).within(little));

        assertThat(run.reason()).as(run.text()).isEqualTo(WALL_LIMIT);
    }

    static final List<Harm> SLEEPS = List.of(
            js("sleep", Set.of(), "function f(x) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }"),
            java("sleep", Set.of(), "static int f(int x) throws Exception { Thread.sleep(999999); return 9; }"));

    private static Harm js(String name, Set<Reason> expected, String program) {
        return new Harm(name, Language.JAVASCRIPT, expected, program);
    }

    private static Harm java(String name, Set<Reason> expected, String members) {
        return new Harm(name, Language.JAVA, expected, "class A { " + members + " }");
    }

    private static Harm scripts(String name, String program) {
        return new Harm(name, Language.JAVASCRIPT, Set.of(), program);
    }

    private static Harm statements(String name, String program) {
        return new Harm(name, Language.JAVA, Set.of(), program);
    }

    private static Job calls(Language language, String program, String tests) {
        return new Job(language, program, tests, "f", "", LIMITS, List.of());
    }
}
