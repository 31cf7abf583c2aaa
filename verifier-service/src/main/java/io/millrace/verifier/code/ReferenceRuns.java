package io.millrace.verifier.code;

import io.millrace.schemas.Hash;
import io.millrace.verifier.check.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Runs reference solutions against their own tests, once for each of the tasks met last. */
final class ReferenceRuns {

    /**
     * A reference solution's run.
     *
     * @param helpers the solution itself if its tests use more of it than the entry point, else empty
     */
    record Reference(Run run, String helpers) {}

    private final Sandbox sandbox;
    private final Map<String, CompletableFuture<Reference>> runs;

    ReferenceRuns(Sandbox sandbox, int capacity) {
        this.sandbox = sandbox;
        runs = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Reference>> eldest) {
                return size() > capacity;
            }
        };
    }

    Reference of(Job reference) throws SandboxException, InterruptedException {
        String key = Hash.of(
                reference.program(),
                reference.tests(),
                reference.entryPoint(),
                reference.limits().toString());
        CompletableFuture<Reference> own = new CompletableFuture<>();
        CompletableFuture<Reference> earlier;
        synchronized (runs) {
            earlier = runs.putIfAbsent(key, own);
        }
        return earlier == null ? run(reference, key, own) : await(earlier);
    }

    private Reference run(Job reference, String key, CompletableFuture<Reference> own)
            throws SandboxException, InterruptedException {
        try {
            Reference run = run(reference);
            own.complete(run);
            return run;
        } finally {
            // What depends on how busy the machine is must not stick to the task; and nobody waits for ever.
            own.completeExceptionally(new SandboxException("the reference solution could not be run", null));
            if (own.isCompletedExceptionally() || own.join().run().reason() == Reason.WALL_LIMIT) {
                synchronized (runs) {
                    runs.remove(key, own);
                }
            }
        }
    }

    private Reference run(Job reference) throws SandboxException, InterruptedException {
        Run alone = sandbox.run(reference);
        if (alone.reason() != Reason.INVALID_TASK && alone.reason() != Reason.WRONG_ANSWER) {
            return new Reference(alone, "");
        }
        // Tests may use imports and functions of the solution. They get those of the reference: a candidate's own could
        // lie.
        String solution = reference.program();
        Run helped =
                sandbox.run(new Job(solution, reference.tests(), reference.entryPoint(), solution, reference.limits()));
        return helped.reason() == Reason.ACCEPTED ? new Reference(helped, solution) : new Reference(alone, "");
    }

    private static Reference await(CompletableFuture<Reference> run) throws SandboxException, InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException failed) {
            throw new SandboxException("the reference solution could not be run", failed);
        }
    }
}
