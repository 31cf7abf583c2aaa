package io.millrace.deploy.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time of the current thread, which other programs do not disturb. */
final class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static long nanosOf(Runnable work) {
        long start = nanos();
        work.run();
        return nanos() - start;
    }
}
