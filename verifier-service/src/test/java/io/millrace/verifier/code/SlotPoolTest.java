package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.SlotSettings.Layer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SlotPoolTest {

    private static SlotPool pool;

    @BeforeAll
    static void start() throws IOException {
        pool = new SlotPool(SlotSettings.of(2));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @Test
    void namesTheProtectionAndTheInterpreter() throws Exception {
        Run run = pool.run(Programs.healthy());

        assertThat(run.isolation()).endsWith("+seccomp");
        assertThat(run.interpreter()).startsWith("CPython 3.");
        assertThat(pool.state(Language.PYTHON)).isEqualTo(new SandboxState.Ready(run.isolation(), run.interpreter()));
    }

    @Test
    void measuresWhatARunUsed() throws Exception {
        Run run =
                pool.run(Programs.job("def f(x):\n    return sum(range(10 ** 6)) * 0 + x * x", Programs.SQUARE_TESTS));

        assertThat(run.usage().cpu()).isBetween(Duration.ofMillis(2), Duration.ofMillis(300));
        assertThat(run.usage().wall()).isGreaterThan(run.usage().cpu().dividedBy(2));
        assertThat(run.usage().maxRssKb()).isBetween(2_000L, 100_000L);
        assertThat(run.passed()).isEqualTo(2);
        assertThat(run.total()).isEqualTo(2);
    }

    @Test
    void endsAProgramThatSleepsForEver() throws Exception {
        Limits little = new Limits(Duration.ofMillis(10), 512L << 20, 64L << 10);

        Run run = pool.run(new Job("import time\ndef f(x): time.sleep(999)", "f(1)", "f", "", little));

        assertThat(run.reason()).isEqualTo(Reason.WALL_LIMIT);
    }

    @Test
    void namesTheAssertionThatFailed() throws Exception {
        Run run = pool.run(
                Programs.job(Programs.SQUARE, "import math\n\nassert f(1) == 1\nassert f(2) == 5\nassert f(3) == 9"));

        assertThat(run.reason()).isEqualTo(Reason.WRONG_ANSWER);
        assertThat(run.text()).startsWith("assertion 2 of 3, line 4: failed: AssertionError");
        assertThat(run.marks().letters()).isEqualTo("PFP");
    }

    @Test
    void namesTheCallWhoseValueIsNotTheExpectedOne() throws Exception {
        Run run = pool.run(Programs.job(Programs.SQUARE, "assert f(1) == 1\n\nassert f(2) == 5\nassert f(3) == 9"));

        assertThat(run.reason()).isEqualTo(Reason.WRONG_ANSWER);
        assertThat(run.text()).isEqualTo("assertion 2 of 3, line 3: failed: the program returned 4");
        assertThat(run.marks().letters()).isEqualTo("PFP");
    }

    @Test
    void keepsOneSlotBusyNoLongerThanTheOthersWait() throws Exception {
        int jobs = 60;
        List<Future<Run>> runs = new ArrayList<>();

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < jobs; n++) {
                String program = n % 10 == 0 ? "open('/tmp/left', 'w')\n" + Programs.SQUARE : Programs.SQUARE;
                String tests = "assert f(%d) == %d".formatted(n, n * n);
                runs.add(callers.submit(() -> pool.run(Programs.job(program, tests))));
            }
        }

        assertThat(runs).allSatisfy(run -> assertThat(run.get().reason()).isEqualTo(Reason.ACCEPTED));
    }

    @Test
    void survivesTheDeathOfItsSlots() throws Exception {
        Job slow = new Job(
                "import time\ndef f(x):\n  time.sleep(0.2)\n  return x * x",
                Programs.SQUARE_TESTS,
                "f",
                "",
                Limits.DEFAULT);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> first = callers.submit(() -> pool.run(slow));
            Future<Run> second = callers.submit(() -> pool.run(slow));
            ProcessHandle.current().children().filter(SlotPoolTest::isSlot).forEach(ProcessHandle::destroyForcibly);

            assertThat(first.get().reason()).isEqualTo(Reason.ACCEPTED);
            assertThat(second.get().reason()).isEqualTo(Reason.ACCEPTED);
        }
    }

    @Test
    void refusesToRunCodeUnprotected() throws Exception {
        try (SlotPool bare = new SlotPool(new SlotSettings(null, 1, Set.of()))) {
            assertThat(bare.state(Language.PYTHON)).isInstanceOf(SandboxState.Refused.class);
            assertThatThrownBy(() -> bare.run(Programs.healthy()))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("no protection against foreign code");
        }
    }

    @Test
    void refusesWhatIsNoPython() throws Exception {
        try (SlotPool pool = new SlotPool(new SlotSettings(Path.of("/bin/true"), 1, Set.of(Layer.values())))) {
            assertThat(pool.state(Language.PYTHON))
                    .isEqualTo(new SandboxState.Refused("/bin/true is not a usable CPython 3.9 or later"));
        }
    }

    @Test
    void runsNothingOnceItIsClosed() throws Exception {
        SlotPool closed = new SlotPool(SlotSettings.of(1));
        closed.run(Programs.healthy());

        closed.close();

        assertThatThrownBy(() -> closed.run(Programs.healthy())).isInstanceOf(SandboxException.class);
    }

    @Test
    void leavesNoProcessBehindAKilledService() throws Exception {
        for (Layer layer : Layer.values()) {
            Process service = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Service.class.getName(),
                            layer.name())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader output = service.inputReader()) {
                List<ProcessHandle> slots = Stream.of(output.readLine().split(" "))
                        .flatMap(id -> ProcessHandle.of(Long.parseLong(id)).stream())
                        .toList();
                assertThat(slots).isNotEmpty();

                service.destroyForcibly().waitFor();

                await(() -> slots.stream().noneMatch(ProcessHandle::isAlive));
            }
        }
    }

    /** A service that runs a program that never ends; its words are the ids of all processes below it. */
    static final class Service {

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws Exception {
            SlotPool pool = new SlotPool(Programs.settings(1, Layer.valueOf(arguments[0])));
            pool.run(Programs.healthy());
            long slots = ProcessHandle.current().descendants().count();
            Job endless = new Job("import time\ndef f(x): time.sleep(99)", "f(1)", "f", "", Limits.DEFAULT);
            Future<Run> run = Executors.newSingleThreadExecutor().submit(() -> pool.run(endless));
            await(() -> ProcessHandle.current().descendants().count() >= slots + 2);
            List<String> ids = ProcessHandle.current()
                    .descendants()
                    .map(process -> Long.toString(process.pid()))
                    .toList();
            System.out.println(String.join(" ", ids));
            run.get();
        }
    }

    private static boolean isSlot(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("launch.py");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
