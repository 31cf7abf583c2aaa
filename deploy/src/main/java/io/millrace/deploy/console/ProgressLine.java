package io.millrace.deploy.console;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/** A line that shows how far something has come: rewritten in place on a terminal, repeated now and then elsewhere. */
public final class ProgressLine implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private long shownAt = System.nanoTime();
    private boolean open;

    public ProgressLine(PrintWriter out) {
        this.out = out;
        this.terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    /** Whether it is time for another line. */
    public synchronized boolean due() {
        Duration pause = terminal ? ON_TERMINAL : ELSEWHERE;
        return System.nanoTime() - shownAt >= pause.toNanos();
    }

    public synchronized void show(String text) {
        shownAt = System.nanoTime();
        out.print(terminal ? REWRITE + text : text + System.lineSeparator());
        out.flush();
        open = terminal;
    }

    /** Says something else on a line of its own. */
    public synchronized void interrupt(String text) {
        out.println(open ? REWRITE + text : text);
        out.flush();
        open = false;
    }

    /** Leaves the line as it is; another may begin. */
    @Override
    public synchronized void close() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }
}
