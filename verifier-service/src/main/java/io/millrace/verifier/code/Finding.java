package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.io.IOException;

/** What a slot's reply means for the program that was run. Printed words and exit codes never make a program right. */
record Finding(Reason reason, String text) {

    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;

    /** Reads a reply; throws if it tells of a failure of the sandbox instead. */
    static Finding of(Job job, Reply reply, Assertions assertions) throws IOException {
        if (reply.wallLimit()) {
            return new Finding(
                    Reason.WALL_LIMIT, "still running after " + job.limits().wall());
        }
        if (reply.cpuLimit()) {
            return cpuLimit(job);
        }
        if (reply.testsCpuLimit() || signal(reply.testsEnd()) == SIGXCPU) {
            return new Finding(Reason.CPU_LIMIT, "the tests used up their CPU time on what the program returned");
        }
        if (reply.outputKb() >= job.limits().outputBytes() >> 10) {
            return new Finding(
                    Reason.OUTPUT_LIMIT, "printed more than " + job.limits().outputBytes() + " bytes");
        }
        return ofTests(job, reply, assertions);
    }

    private static Finding ofTests(Job job, Reply reply, Assertions assertions) throws IOException {
        String where = place(reply, assertions);
        String detail = reply.detail();
        return switch (reply.kind()) {
            case 'P' -> new Finding(Reason.ACCEPTED, "all tests passed");
            case 'W' -> new Finding(Reason.WRONG_ANSWER, where + "failed: " + detail);
            case 'X' -> new Finding(Reason.RUNTIME_ERROR, where + "the program raised " + detail);
            case 'C' -> new Finding(Reason.COMPILE_ERROR, detail);
            case 'E' -> new Finding(Reason.EXITED_EARLY, where + "the program exited");
            case 'D' -> ofDeath(job, reply, where);
            case 'U' -> new Finding(Reason.UNSUPPORTED_VALUE, where + "the program returned no plain data: " + detail);
            case 'O' -> new Finding(Reason.OUTPUT_LIMIT, where + "the program returned too much data");
            case 'M' -> new Finding(Reason.MEMORY_LIMIT, where + "out of memory " + detail);
            case 'A' -> new Finding(Reason.UNSUPPORTED_TASK, where + "the tests pass no plain data: " + detail);
            case 'T' -> new Finding(Reason.INVALID_TASK, where + "the tests are broken: " + detail);
            case 'V' -> new Finding(Reason.INVALID_TASK, "the tests never call " + job.entryPoint());
            case 0 -> ofSilence(reply);
            default -> throw new IOException("a slot reported '" + reply.kind() + "'");
        };
    }

    private static Finding ofDeath(Job job, Reply reply, String where) throws IOException {
        int signal = signal(reply.programEnd());
        return switch (signal) {
            case 0 -> new Finding(Reason.EXITED_EARLY, where + "the program exited");
            case SIGXCPU -> cpuLimit(job);
            // Nothing in the sandbox can send it, so somebody outside did, or the machine is out of memory.
            case SIGKILL -> throw new IOException("the process of a program was killed");
            default -> new Finding(Reason.CRASHED, where + "the interpreter died of signal " + signal);
        };
    }

    private static Finding ofSilence(Reply reply) throws IOException {
        if (signal(reply.testsEnd()) == SIGKILL) {
            throw new IOException("the process of the tests was killed");
        }
        return new Finding(Reason.INVALID_TASK, "the tests ended without a result");
    }

    private static Finding cpuLimit(Job job) {
        return new Finding(Reason.CPU_LIMIT, "used more than " + job.limits().cpu() + " of CPU time");
    }

    /** The signal in a wait status, 0 for an ordinary exit. */
    private static int signal(int waitStatus) {
        return waitStatus & 0x7F;
    }

    private static String place(Reply reply, Assertions assertions) {
        if (reply.innerLine() == 0) {
            return "";
        }
        String line = "line " + reply.innerLine() + ": ";
        if (assertions.count() == 0) {
            return line;
        }
        int number = assertions.before(reply.outerLine(), reply.innerLine()) + 1;
        return "assertion " + number + " of " + assertions.count() + ", " + line;
    }
}
