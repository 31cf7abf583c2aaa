package io.millrace.verifier.code;

import java.nio.ByteBuffer;

/**
 * What a slot says of one task.
 *
 * @param testsEnd wait status of the process that ran the tests, 0 if there was none
 * @param programEnd wait status of the process that ran the program; 0 if the slot ended it
 * @param result what the tests reported or the program returned: nothing in it is to be believed
 */
record Reply(
        int flags,
        int testsEnd,
        int programEnd,
        long cpuMicros,
        long wallMicros,
        long maxRssKb,
        long outputKb,
        ByteBuffer result) {

    static final int HEADER_BYTES = 9 * Integer.BYTES;
    static final int MAX_RESULT = 26 << 20;

    private static final int CPU_LIMIT = 1;
    private static final int WALL_LIMIT = 2;
    private static final int TESTS_CPU_LIMIT = 4;
    private static final int RECYCLE = 8;

    /** Reads what follows the reply's magic number and the length of its result. */
    static Reply decode(ByteBuffer header, ByteBuffer result) {
        return new Reply(
                header.getInt(),
                header.getInt(),
                header.getInt(),
                Integer.toUnsignedLong(header.getInt()),
                Integer.toUnsignedLong(header.getInt()),
                Integer.toUnsignedLong(header.getInt()),
                Integer.toUnsignedLong(header.getInt()),
                result);
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
