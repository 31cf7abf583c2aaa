package io.millrace.verifier.code;

import java.time.Duration;

/**
 * What one run of a program may use; what is asked for beyond the hard bounds is cut to them.
 *
 * @param memoryBytes address space
 * @param outputBytes size of its output, and of each file that it writes
 */
public record Limits(Duration cpu, long memoryBytes, long outputBytes) {

    static final Duration MAX_CPU = Duration.ofSeconds(30);

    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(2), 512L << 20, 1L << 20);

    public Limits {
        cpu = Duration.ofMillis(Math.clamp(cpu.toMillis(), 10, MAX_CPU.toMillis()));
        memoryBytes = Math.clamp(memoryBytes, 64L << 20, 2L << 30);
        outputBytes = Math.clamp(outputBytes, 1L << 10, 16L << 20);
    }

    /** A back-stop against waiting for ever, so wide that a busy machine fails no program. */
    public Duration wall() {
        return cpu.multipliedBy(10).plusSeconds(5);
    }
}
