package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What must hold before anything is started, so that nothing half-started is left behind. */
final class Preflight {

    private static final long MIN_FREE_BYTES = 500L << 20;
    private static final List<String> PYTHON = List.of("python3", "-I", "-S", "-c", "pass");

    private Preflight() {}

    /**
     * Checks what members need.
     *
     * @param patience how long a port may still be held, for instance by the process that had it before
     * @throws OperatorException naming the first thing that is missing
     */
    static void check(Layout layout, Collection<Member> members, Duration patience) {
        requireSpace(layout.state());
        requirePython();
        Deadline deadline = Deadline.after(patience);
        members.stream().flatMap(member -> member.ports().stream()).forEach(port -> requireFree(port, deadline));
    }

    private static void requireFree(int port, Deadline deadline) {
        if (!deadline.await(() -> !Ports.taken(port))) {
            throw new OperatorException(
                    "Port %d is taken by another program. Stop that, or take down what runs here and choose other ports with --first-port."
                            .formatted(port));
        }
    }

    private static void requireSpace(Path state) {
        try {
            long free = Files.getFileStore(state).getUsableSpace();
            if (free < MIN_FREE_BYTES) {
                throw new OperatorException("Only %d MB are free on the disk of %s; the factory needs %d MB."
                        .formatted(free >> 20, state, MIN_FREE_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new OperatorException("Cannot read how much room is left for %s.".formatted(state), e);
        }
    }

    private static void requirePython() {
        try {
            Process python = new ProcessBuilder(PYTHON).inheritIO().start();
            if (python.waitFor() != 0) {
                throw new OperatorException(
                        "python3 does not run; programs in seeds and candidates are checked with it.");
            }
        } catch (IOException e) {
            throw new OperatorException(
                    "python3 is not installed or not on the PATH; programs in seeds and candidates are checked with it.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted.", e);
        }
    }
}
