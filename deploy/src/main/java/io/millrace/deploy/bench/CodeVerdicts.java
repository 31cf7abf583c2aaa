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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** How many programs a second are judged: by the verifier's slots, and by starting an interpreter for each. */
final class CodeVerdicts {

    private static final String PROGRAM = """
            def shared(left, right):
                return sorted(set(left) & set(right))
            """;
    private static final String TESTS = """
            assert shared([3, 4, 5, 6], [5, 7, 4, 10]) == [4, 5]
            assert shared([1, 2, 3, 4], [5, 4, 3, 7]) == [3, 4]
            """;
    private static final int WARM_UP = 50;

    private final int parallel = Runtime.getRuntime().availableProcessors();

    /** Verdicts a second, with protection. */
    double inSlots(int programs) {
        var job = new Job(PROGRAM, TESTS, "shared", "", Limits.DEFAULT);
        try (var pool = new SlotPool(SlotSettings.of(parallel))) {
            rate(WARM_UP, () -> judge(pool, job));
            return rate(programs, () -> judge(pool, job));
        } catch (IOException e) {
            throw new OperatorException("The slots could not be started: " + e.getMessage(), e);
        }
    }

    /** Runs a second of a new interpreter each, without any protection. */
    double bySpawning(int programs) {
        Path python = interpreter();
        rate(WARM_UP, () -> spawn(python));
        return rate(programs, () -> spawn(python));
    }

    private double rate(int runs, Runnable run) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            CompletableFuture.allOf(IntStream.range(0, runs)
                            .mapToObj(number -> CompletableFuture.runAsync(run, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        return runs / ((System.nanoTime() - start) / 1e9);
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

    private static void spawn(Path interpreter) {
        try {
            Process python = new ProcessBuilder(List.of(interpreter.toString(), "-I", "-S", "-c", PROGRAM + TESTS))
                    .inheritIO()
                    .start();
            if (python.waitFor() != 0) {
                throw new IllegalStateException("python3 failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
