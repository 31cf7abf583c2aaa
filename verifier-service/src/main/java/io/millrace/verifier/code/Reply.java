package io.millrace.verifier.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a slot says of one task.
 *
 * @param testsEnd wait status of the process that ran the tests
 * @param programEnd wait status of the process that ran the program; 0 if the slot ended it
 * @param kind what became of the tests, 0 if they left no word
 * @param outerLine the line of the tests that failed, 0 if none did
 * @param innerLine the same, inside the function that was called there
 */
record Reply(
        int flags,
        int testsEnd,
        int programEnd,
        long cpuMicros,
        long wallMicros,
        long maxRssKb,
        long outputKb,
        char kind,
        int outerLine,
        int innerLine,
        String detail) {

    static final int HEADER_BYTES = 9 * Integer.BYTES;
    static final int MAX_RESULT = 4096;

    private static final int CPU_LIMIT = 1;
    private static final int WALL_LIMIT = 2;
    private static final int TESTS_CPU_LIMIT = 4;
    private static final int RECYCLE = 8;

    /** Reads what follows the reply's magic number and the length of its result. */
    static Reply decode(ByteBuffer header, ByteBuffer result) {
        boolean spoken = result.remaining() >= 1 + 2 * Integer.BYTES;
        return new Reply(
                header.getInt(),
                header.getInt(),
                header.getInt(),
                Integer.toUnsignedLong(header.getInt()),
                Integer.toUnsignedLong(header.getInt()),
                Integer.toUnsignedLong(header.getInt()),
                Integer.toUnsignedLong(header.getInt()),
                spoken ? (char) result.get() : 0,
                spoken ? result.getInt() : 0,
                spoken ? result.getInt() : 0,
                StandardCharsets.UTF_8.decode(result).toString());
    }

    boolean cpuLimit() {
        return (flags & CPU_LIMIT) != 0;
    }

    boolean wallLimit() {
        return (flags & WALL_LIMIT) != 0;
    }

    boolean testsCpuLimit() {
        return (flags & TESTS_CPU_LIMIT) != 0;
    }

    /** Whether the slot has ended itself because it may no longer be clean. */
    boolean recycle() {
        return (flags & RECYCLE) != 0;
    }
}
