package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.io.IOException;

/** Why a program ended before it was done. Exit codes and printed words never make a program right. */
record Ending(Reason reason, String text) {

    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;

    static Ending wallLimit(Limits limits) {
        return new Ending(Reason.WALL_LIMIT, "still running after " + limits.wall());
    }

    static Ending cpuLimit(Limits limits) {
        return new Ending(Reason.CPU_LIMIT, "used more than " + limits.cpu() + " of CPU time");
    }

    static boolean printedTooMuch(Limits limits, Reply reply) {
        return reply.outputKb() >= limits.outputBytes() >> 10;
    }

    static Ending outputLimit(Limits limits) {
        return new Ending(Reason.OUTPUT_LIMIT, "printed more than " + limits.outputBytes() + " bytes");
    }

    /** Reads a process's wait status; throws if it tells of a failure of the sandbox instead. */
    static Ending ofDeath(Limits limits, Reply reply) throws IOException {
        int signal = signal(reply.programEnd());
        return switch (signal) {
            case 0 -> new Ending(Reason.EXITED_EARLY, "the program exited");
            case SIGXCPU -> cpuLimit(limits);
            // Nothing in the sandbox can send it, so somebody outside did, or the machine is out of memory.
            case SIGKILL -> throw new IOException("the process of a program was killed");
            // V8 aborts where it gets no more memory. A limit on the address space, as Python has, is never reached so.
            default ->
                reply.maxRssKb() >= limits.memoryBytes() >> 10
                        ? new Ending(Reason.MEMORY_LIMIT, "out of memory")
                        : new Ending(Reason.CRASHED, "the interpreter died of signal " + signal);
        };
    }

    static boolean usedUpByTests(Reply reply) {
        return reply.testsCpuLimit() || signal(reply.testsEnd()) == SIGXCPU;
    }

    static boolean testsKilled(Reply reply) {
        return signal(reply.testsEnd()) == SIGKILL;
    }

    /** The signal in a wait status, 0 for an ordinary exit. */
    private static int signal(int waitStatus) {
        return waitStatus & 0x7F;
    }
}
