package io.millrace.verifier.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One thing for a slot to do.
 *
 * @param tests what the program is tried with, as the harness reads it
 */
record Errand(Run.Harness harness, ByteBuffer tests, String helpers, String entryPoint, String program, Limits limits) {

    static final int MAGIC = 0x4D4C5231;

    private static final int HEADER_FIELDS = 10;

    /** As slots read it. */
    byte[] encoded() {
        byte[] trusted = helpers.getBytes(StandardCharsets.UTF_8);
        byte[] name = entryPoint.getBytes(StandardCharsets.UTF_8);
        byte[] source = program.getBytes(StandardCharsets.UTF_8);
        int size = HEADER_FIELDS * Integer.BYTES + tests.remaining() + trusted.length + name.length + source.length;
        ByteBuffer request = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        request.putInt(MAGIC)
                .putInt(harness.code())
                .putInt(tests.remaining())
                .putInt(trusted.length)
                .putInt(name.length)
                .putInt(source.length)
                .putInt(Math.toIntExact(limits.cpu().toMillis()))
                .putInt(Math.toIntExact(limits.wall().toMillis()))
                .putInt(Math.toIntExact(limits.memoryBytes() >> 20))
                .putInt(Math.toIntExact(limits.outputBytes() >> 10));
        return request.put(tests.duplicate()).put(trusted).put(name).put(source).array();
    }
}
