package io.millrace.verifier.code;

import java.util.List;
import java.util.Optional;

/** A place to run foreign code in, which protects this process, the machine and the next task from it. */
public interface Sandbox extends AutoCloseable {

    /** Whether programs in a language can be run. */
    SandboxState state(Language language);

    /** How many programs of a language may be given to it at once, so that it is never idle between two. */
    int places();

    /**
     * Runs the tests on the program; waits for a free slot. A caller that is interrupted leaves.
     *
     * @throws SandboxException if the sandbox failed, which says nothing about the program
     */
    Run run(Job job) throws SandboxException, InterruptedException;

    /**
     * Copies of a program with one small fault each, or empty where this sandbox cannot make any.
     *
     * @throws SandboxException if the sandbox failed, which says nothing about the program
     */
    Optional<List<String>> mutants(String program, Limits limits) throws SandboxException, InterruptedException;

    @Override
    void close();
}
