package io.millrace.verifier.code;

import io.millrace.schemas.Hash;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.TaskProof.Claim;
import io.millrace.verifier.code.TaskProof.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What was shown of the tasks met last, each looked into once. */
final class TaskProofs {

    private final TaskProof proof;
    private final Map<String, CompletableFuture<Proof>> proofs;

    TaskProofs(TaskProof proof, int capacity) {
        this.proof = proof;
        proofs = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Proof>> eldest) {
                return size() > capacity;
            }
        };
    }

    Proof of(Claim claim) throws SandboxException, InterruptedException {
        String key = key(claim);
        CompletableFuture<Proof> own = new CompletableFuture<>();
        CompletableFuture<Proof> earlier;
        synchronized (proofs) {
            earlier = proofs.putIfAbsent(key, own);
        }
        return earlier == null ? make(claim, key, own) : await(earlier);
    }

    private static String key(Claim claim) {
        Job reference = claim.reference();
        List<String> parts = new ArrayList<>(List.of(
                reference.language().label(),
                reference.program(),
                reference.tests(),
                reference.entryPoint(),
                reference.limits().toString(),
                claim.buggySource().map(source -> "repair " + source).orElse(""),
                Boolean.toString(claim.generated())));
        reference.cases().forEach(each -> parts.addAll(List.of(each.input(), each.output())));
        return Hash.of(parts);
    }

    private Proof make(Claim claim, String key, CompletableFuture<Proof> own)
            throws SandboxException, InterruptedException {
        try {
            Proof made = proof.of(claim);
            own.complete(made);
            return made;
        } finally {
            // What depends on how busy the machine is must not stick to the task; and nobody waits for ever.
            own.completeExceptionally(new SandboxException("the reference solution could not be run", null));
            if (own.isCompletedExceptionally() || own.join().run().reason() == Reason.WALL_LIMIT) {
                synchronized (proofs) {
                    proofs.remove(key, own);
                }
            }
        }
    }

    private static Proof await(CompletableFuture<Proof> proof) throws SandboxException, InterruptedException {
        try {
            return proof.get();
        } catch (ExecutionException failed) {
            throw new SandboxException("the reference solution could not be run", failed);
        }
    }
}
