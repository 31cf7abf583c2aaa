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
            pids=
            while read -r pid; do pids="$pids $pid"; done
            [ -n "$pids" ] || exit 0
            kill -TERM $pids
            for second in 1 2 3 4 5 6 7 8 9 10; do
              kill -0 $pids || exit 0
              sleep 1
            done
            kill -KILL $pids
            """;

    private final Writer pids;

    Leash() {
        try {
            Process shell = new ProcessBuilder(Detached.command(List.of("sh", "-c", SCRIPT)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            this.pids = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hold(Process process) {
        try {
            pids.write(process.pid() + "\n");
            pids.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever still runs is stopped. */
    @Override
    public void close() {
        try {
            pids.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
