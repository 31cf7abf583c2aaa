package io.millrace.deploy.bench;

import io.millrace.deploy.console.OperatorException;
import io.millrace.verifier.code.Interpreter;
import io.millrace.verifier.code.Job;
import io.millrace.verifier.code.Limits;
import io.millrace.verifier.code.RefusedException;
import io.millrace.verifier.code.SandboxException;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How many programs a second are judged by the verifier's slots, beside what starting an interpreter for each gives. All
 * ways take turns, so that whatever else the machine does slows them alike.
 */
public final class CodeVerdicts {

    private static final String PROGRAM = """
            def shared(left, right):
                return sorted(set(left) & set(right))
            """;
    private static final String TESTS = """
            assert shared([3, 4, 5, 6], [5, 7, 4, 10]) == [4, 5]
            assert shared([1, 2, 3, 4], [5, 4, 3, 7]) == [3, 4]
            """;
    private static final int IN_SLOTS_A_ROUND = 500;
    private static final int BY_SPAWNING_A_ROUND = 100;

    /** More than cores, so that none of them idles between two programs; each way gets as many. */
    private final int parallel = 2 * Runtime.getRuntime().availableProcessors();

    private final Consumer<String> announce;

    /** One way to run a program, and what it took so far. */
    private static final class Way {

        private final Runnable run;
        private final int runsInRound;
        private long runs;
        private long nanos;

        Way(Runnable run, int runsInRound) {
            this.run = run;
            this.runsInRound = runsInRound;
        }

        double rate() {
            return runs / (nanos / 1e9);
        }
    }

    /** Measurements that have not begun; the consumer is told what cannot be measured here. */
    public CodeVerdicts(Consumer<String> announce) {
        this.announce = announce;
    }

    /** Judges this many programs, and starts interpreters in between. */
    public List<Measured> measure(int programs) {
        Path python = interpreter();
        var job = new Job(PROGRAM, TESTS, "shared", "", Limits.DEFAULT);
        try (var pool = new SlotPool(SlotSettings.of(parallel))) {
            var slots = new Way(() -> judge(pool, job), IN_SLOTS_A_ROUND);
            var spawn = new Way(() -> spawn(interpreting(python)), BY_SPAWNING_A_ROUND);
            Optional<Way> wrapped = Bubblewrap.find()
                    .map(bubblewrap ->
                            new Way(() -> spawn(bubblewrap.around(interpreting(python))), BY_SPAWNING_A_ROUND));
            if (wrapped.isEmpty()) {
                announce.accept("There is no bwrap on the PATH, so the slots are not compared with bubblewrap.");
            }
            var ways = new ArrayList<>(List.of(slots, spawn));
            wrapped.ifPresent(ways::add);
            takeTurns(ways, programs);
            var measured = new ArrayList<>(List.of(measured(slots, "plain spawn", spawn)));
            wrapped.ifPresent(way -> measured.add(measured(slots, "bubblewrap", way)));
            return measured;
        } catch (IOException e) {
            throw new OperatorException("The slots could not be started: " + e.getMessage(), e);
        }
    }

    private static Measured measured(Way slots, String baselineOf, Way baseline) {
        return new Measured("code verdicts", "programs/s", slots.rate(), baselineOf, baseline.rate());
    }

    /** The first round only warms up. */
    private void takeTurns(List<Way> ways, int programs) {
        ways.forEach(this::round);
        ways.forEach(way -> way.runs = way.nanos = 0);
        for (int judged = 0; judged < programs; judged += IN_SLOTS_A_ROUND) {
            ways.forEach(this::round);
        }
    }

    private void round(Way way) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            CompletableFuture.allOf(IntStream.range(0, way.runsInRound)
                            .mapToObj(number -> CompletableFuture.runAsync(way.run, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        way.nanos += System.nanoTime() - start;
        way.runs += way.runsInRound;
    }

    private static void judge(SlotPool pool, Job job) {
        try {
            var run = pool.run(job);
            if (run.passed() != run.total()) {
                throw new IllegalStateException("A right program was refused: " + run.text());
            }
        } catch (SandboxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The interpreter that slots run, so that no wrapper slows the baseline down. */
    private static Path interpreter() {
        try {
            return Interpreter.find(null);
        } catch (RefusedException e) {
            throw new OperatorException("Programs cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> interpreting(Path python) {
        return List.of(python.toString(), "-I", "-S", "-c", PROGRAM + TESTS);
    }

    private static void spawn(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
