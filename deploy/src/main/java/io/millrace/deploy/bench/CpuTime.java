package io.millrace.deploy.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time, which other programs do not disturb. */
final class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Of all threads, those of the machine included. */
    static long nanosOfProcess() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    static long nanosOf(Runnable work) {
        long start = nanos();
        work.run();
        return nanos() - start;
    }
}
