package io.millrace.verifier.code;

/** A place to run foreign code in, which protects this process, the machine and the next task from it. */
public interface Sandbox extends AutoCloseable {

    SandboxState state();

    /**
     * Runs the tests on the program; waits for a free slot. A caller that is interrupted leaves.
     *
     * @throws SandboxException if the sandbox failed, which says nothing about the program
     */
    Run run(Job job) throws SandboxException, InterruptedException;

    @Override
    void close();
}
