package io.millrace.deploy.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ends children that their parent leaves behind. A small shell reads their process ids; its input ends with the parent, however
 * that dies, and then it stops them all.
 */
final class Leash implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=' '
            while read -r change pid; do
              case $change in
                hold) pids="$pids$pid " ;;
                free) pids="${pids%% $pid *} ${pids#* $pid }" ;;
              esac
            done
            kill -TERM $pids
            for second in 1 2 3 4 5 6 7 8 9 10; do
              living=
              for pid in $pids; do kill -0 "$pid" && living=yes; done
              [ -n "$living" ] || exit 0
              sleep 1
            done
            kill -KILL $pids
            """;

    private final Writer changes;

    Leash() {
        try {
            Process shell = new ProcessBuilder(Detached.command(List.of("sh", "-c", SCRIPT)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            this.changes = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hold(Process process) {
        try {
            tell("hold", process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Its number may soon be somebody else's.
        Thread.startVirtualThread(() -> free(process.onExit().join()));
    }

    private void free(Process ended) {
        try {
            tell("free", ended);
        } catch (IOException e) {
            // The leash has been closed, and the shell is at work.
        }
    }

    private synchronized void tell(String change, Process process) throws IOException {
        changes.write("%s %d\n".formatted(change, process.pid()));
        changes.flush();
    }

    /** Whatever still runs is stopped. */
    @Override
    public synchronized void close() {
        try {
            changes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
