package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what became of tests that were run inside the sandbox. */
final class ScriptMarker {

    private final Job job;
    private final Reply reply;
    private final Assertions assertions;
    private final char kind;
    private final int outerLine;
    private final int innerLine;
    private final String detail;

    ScriptMarker(Job job, Reply reply) {
        this.job = job;
        this.reply = reply;
        assertions = Assertions.in(job.tests());
        ByteBuffer report = reply.result();
        boolean spoken = report.remaining() >= 1 + 2 * Integer.BYTES;
        kind = spoken ? (char) report.get() : 0;
        outerLine = spoken ? report.getInt() : 0;
        innerLine = spoken ? report.getInt() : 0;
        detail = StandardCharsets.UTF_8.decode(report).toString();
    }

    Finding finding() throws IOException {
        Ending ending = ending();
        int total = assertions.count();
        int passed = ending.reason() == Reason.ACCEPTED ? total : assertions.before(outerLine, innerLine);
        return new Finding(ending.reason(), ending.text(), passed, total);
    }

    private Ending ending() throws IOException {
        Limits limits = job.limits();
        if (reply.wallLimit()) {
            return Ending.wallLimit(limits);
        }
        if (reply.cpuLimit()) {
            return Ending.cpuLimit(limits);
        }
        if (Ending.usedUpByTests(reply)) {
            return new Ending(Reason.CPU_LIMIT, "the tests used up their CPU time on what the program returned");
        }
        return Ending.printedTooMuch(limits, reply) ? Ending.outputLimit(limits) : ofTests();
    }

    private Ending ofTests() throws IOException {
        return switch (kind) {
            case 'P' -> new Ending(Reason.ACCEPTED, "all tests passed");
            case 'W' -> placed(Reason.WRONG_ANSWER, "failed: " + detail);
            case 'X' -> placed(Reason.RUNTIME_ERROR, "the program raised " + detail);
            case 'C' -> new Ending(Reason.COMPILE_ERROR, detail);
            case 'E' -> placed(Reason.EXITED_EARLY, "the program exited");
            case 'D' -> ofDeath();
            case 'U' -> placed(Reason.UNSUPPORTED_VALUE, "the program returned no plain data: " + detail);
            case 'O' -> placed(Reason.OUTPUT_LIMIT, "the program returned too much data");
            case 'M' -> placed(Reason.MEMORY_LIMIT, "out of memory " + detail);
            case 'A' -> placed(Reason.UNSUPPORTED_TASK, "the tests pass no plain data: " + detail);
            case 'T' -> placed(Reason.INVALID_TASK, "the tests are broken: " + detail);
            case 'V' -> new Ending(Reason.INVALID_TASK, "the tests never call " + job.entryPoint());
            case 0 -> ofSilence();
            default -> throw new IOException("a slot reported '" + kind + "'");
        };
    }

    private Ending ofDeath() throws IOException {
        Ending death = Ending.ofDeath(job.limits(), reply);
        return placed(death.reason(), death.text());
    }

    private Ending ofSilence() throws IOException {
        if (Ending.testsKilled(reply)) {
            throw new IOException("the process of the tests was killed");
        }
        return new Ending(Reason.INVALID_TASK, "the tests ended without a result");
    }

    private Ending placed(Reason reason, String text) {
        return new Ending(reason, place() + text);
    }

    private String place() {
        if (innerLine == 0) {
            return "";
        }
        int total = assertions.count();
        return total == 0
                ? "line " + innerLine + ": "
                : Finding.place(assertions.before(outerLine, innerLine) + 1, total, innerLine);
    }
}
