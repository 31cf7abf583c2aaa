package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Shows whether a task can judge anybody: its tests pass on its reference solution, fail on what is to be repaired, and,
 * where a model wrote them, fail on most of the faulty copies of the reference solution.
 *
 * @param wantedShare of the faulty copies that generated tests must tell from the reference solution
 */
record TaskProof(Sandbox sandbox, double wantedShare) {

    private static final Duration LEAST_CPU = Duration.ofMillis(200);
    private static final int ALLOWANCE = 4;

    /**
     * What a task claims.
     *
     * @param reference the tests on the reference solution
     * @param buggySource what is to be repaired, or empty
     * @param generated whether a model wrote the tests
     */
    record Claim(Job reference, Optional<String> buggySource, boolean generated) {}

    /**
     * A reference solution's run.
     *
     * @param helpers the solution itself if its tests use more of it than the entry point, else empty
     * @param fault what else is wrong with the task
     */
    record Proof(Run run, String helpers, Optional<String> fault) {

        boolean holds() {
            return run.reason() == Reason.ACCEPTED && fault.isEmpty();
        }
    }

    Proof of(Claim claim) throws SandboxException, InterruptedException {
        Proof alone = onReference(claim.reference());
        if (alone.run().reason() != Reason.ACCEPTED) {
            return alone;
        }
        Job tests = claim.reference().helpedBy(alone.helpers()).within(allowance(claim, alone.run()));
        Optional<String> fault = onBuggySource(claim, tests);
        if (fault.isEmpty() && claim.generated()) {
            fault = onMutants(tests);
        }
        return new Proof(alone.run(), alone.helpers(), fault);
    }

    private Proof onReference(Job reference) throws SandboxException, InterruptedException {
        Run alone = sandbox.run(reference);
        boolean script =
                reference.language() == Language.PYTHON && reference.cases().isEmpty();
        if (!script || (alone.reason() != Reason.INVALID_TASK && alone.reason() != Reason.WRONG_ANSWER)) {
            return new Proof(alone, "", Optional.empty());
        }
        // Tests may use imports and functions of the solution. They get those of the reference: a candidate's own could
        // lie.
        Run helped = sandbox.run(reference.helpedBy(reference.program()));
        return helped.reason() == Reason.ACCEPTED
                ? new Proof(helped, reference.program(), Optional.empty())
                : new Proof(alone, "", Optional.empty());
    }

    private static Limits allowance(Claim claim, Run run) {
        Limits limits = claim.reference().limits();
        Duration cpu = run.usage().cpu().multipliedBy(ALLOWANCE);
        return new Limits(cpu.compareTo(LEAST_CPU) < 0 ? LEAST_CPU : cpu, limits.memoryBytes(), limits.outputBytes());
    }

    private Optional<String> onBuggySource(Claim claim, Job tests) throws SandboxException, InterruptedException {
        if (claim.buggySource().isEmpty()) {
            return Optional.empty();
        }
        Run before = sandbox.run(tests.on(claim.buggySource().get()));
        return before.reason() == Reason.ACCEPTED
                ? Optional.of("the tests pass on what is to be repaired")
                : Optional.empty();
    }

    private Optional<String> onMutants(Job tests) throws SandboxException, InterruptedException {
        Optional<List<String>> made = sandbox.mutants(tests.program(), tests.limits());
        if (made.isEmpty()) {
            return Optional.of("no faulty copies of the reference solution can be made here to try the tests on");
        }
        List<String> mutants = made.get();
        int noticed = 0;
        for (String mutant : mutants) {
            if (sandbox.run(tests.on(mutant)).reason() != Reason.ACCEPTED) {
                noticed++;
            }
        }
        return noticed < wantedShare * mutants.size()
                ? Optional.of("the tests notice %d of %d faults put into the reference solution"
                        .formatted(noticed, mutants.size()))
                : Optional.empty();
    }
}
