package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what became of tests that were run inside the sandbox. */
final class ScriptMarker {

    /** A letter, two numbers and the length of the marks. */
    private static final int HEAD_BYTES = 1 + 2 * Integer.BYTES + Short.BYTES;

    private final Job job;
    private final Reply reply;
    private final char kind;
    private final int number;
    private final int line;
    private final Marks marks;
    private final String detail;

    ScriptMarker(Job job, Reply reply) {
        this.job = job;
        this.reply = reply;
        ByteBuffer report = reply.result();
        boolean spoken = report.remaining() >= HEAD_BYTES;
        kind = spoken ? (char) report.get() : 0;
        number = spoken ? report.getInt() : 0;
        line = spoken ? report.getInt() : 0;
        marks = new Marks(spoken ? text(report, Short.toUnsignedInt(report.getShort())) : "");
        detail = text(report, report.remaining());
    }

    private static String text(ByteBuffer report, int length) {
        ByteBuffer part = report.slice(report.position(), length);
        report.position(report.position() + length);
        return StandardCharsets.UTF_8.decode(part).toString();
    }

    Finding finding() throws IOException {
        Ending ending = ending();
        return new Finding(ending.reason(), ending.text(), marks);
    }

    private Ending ending() throws IOException {
        Limits limits = job.limits();
        if (Ending.printedTooMuch(limits, reply)) {
            return Ending.outputLimit(limits);
        }
        // What happened first counts, whatever became of the program after it.
        if (kind == 'W' || kind == 'X') {
            return ofTests();
        }
        if (reply.wallLimit()) {
            return Ending.wallLimit(limits);
        }
        if (reply.cpuLimit()) {
            return Ending.cpuLimit(limits);
        }
        if (Ending.usedUpByTests(reply)) {
            return new Ending(Reason.CPU_LIMIT, "the tests used up their CPU time on what the program returned");
        }
        return ofTests();
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
        if (line == 0) {
            return "";
        }
        return number == 0 ? "line " + line + ": " : Finding.place(number, marks.total(), line);
    }
}
