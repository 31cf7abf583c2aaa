package io.millrace.verifier.code;

import io.millrace.verifier.code.SlotSettings.Layer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sandboxed interpreter process, which runs one program after another. Used by one thread only. */
final class Slot implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HELLO = 'H';
    private static final int MAX_HELLO = 4096;

    private final Process process;
    private final InputStream replies;
    private final OutputStream requests;
    private final Watchdog watchdog;
    private final String isolation;
    private final String interpreter;
    /** When the process must have answered, in nanoseconds as the JVM counts them, or null while nothing is asked. */
    private volatile @Nullable Long deadline;

    /**
     * Starts the process and waits until it is warm. The process dies with the calling thread.
     *
     * @param groups bound it too, where there are some
     * @param foreign what the launcher has to know of another language than Python, or nothing
     * @param watchdog ends the process if it stops answering
     */
    Slot(
            Path python,
            Path launcher,
            Set<Layer> layers,
            Optional<ControlGroups> groups,
            List<String> foreign,
            Watchdog watchdog)
            throws IOException, RefusedException {
        String names = layers.stream()
                .sorted()
                .map(layer -> layer.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
        this.watchdog = watchdog;
        process = start(python, launcher, names, foreign);
        boolean bounded = groups.map(all -> all.adopt(process.pid())).orElse(false);
        isolation = names + "+seccomp" + (bounded ? "+cgroup" : "");
        replies = process.getInputStream();
        requests = process.getOutputStream();
        watchdog.watch(this);
        try {
            interpreter = watched(PATIENCE, this::awaitHello);
        } catch (IOException | RefusedException failed) {
            close();
            throw failed;
        }
    }

    private static Process start(Path python, Path launcher, String layers, List<String> foreign) throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        List<String> command =
                new ArrayList<>(List.of(python.toString(), "-s", "-S", "-B", launcher.toString(), layers, self));
        command.addAll(foreign);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PYTHONHASHSEED", "0");
        environment.put("HOME", "/tmp");
        environment.put("LANG", "C.UTF-8");
        // Taken back by the launcher: a symbol bound before the fork is not bound again in each process.
        environment.put("LD_BIND_NOW", "1");
        return builder.start();
    }

    private String awaitHello() throws IOException, RefusedException {
        int size = read(Integer.BYTES).getInt();
        if (size < 1 || size > MAX_HELLO) {
            throw new IOException("a slot said hello in " + size + " bytes");
        }
        byte[] hello = read(size).array();
        String text = new String(hello, 1, size - 1, StandardCharsets.UTF_8);
        if (hello[0] != HELLO) {
            throw new RefusedException(text);
        }
        return text;
    }

    String isolation() {
        return isolation;
    }

    String interpreter() {
        return interpreter;
    }

    /** Runs an errand; any exception means that this slot is of no more use. */
    Reply run(Errand errand) throws IOException {
        return watched(errand.limits().wall().plus(PATIENCE), () -> exchange(errand));
    }

    private Reply exchange(Errand errand) throws IOException {
        requests.write(errand.encoded());
        requests.flush();
        ByteBuffer header = read(Reply.HEADER_BYTES);
        if (header.getInt() != Errand.MAGIC) {
            throw new IOException("a slot sent something else than a reply");
        }
        int size = header.getInt();
        if (size < 0 || size > Reply.MAX_RESULT) {
            throw new IOException("a slot sent a result of " + size + " bytes");
        }
        return Reply.decode(header, read(size));
    }

    private ByteBuffer read(int size) throws IOException {
        byte[] bytes = replies.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("a slot ended unexpectedly");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private <T, E extends Exception> T watched(Duration patience, Exchange<T, E> exchange) throws IOException, E {
        deadline = System.nanoTime() + patience.toNanos();
        try {
            return exchange.run();
        } finally {
            deadline = null;
        }
    }

    void endIfLate() {
        Long current = deadline;
        if (current != null && System.nanoTime() - current > 0) {
            process.destroyForcibly();
        }
    }

    /** Something said to the process, and its answer. */
    private interface Exchange<T, E extends Exception> {
        T run() throws IOException, E;
    }

    /** Ends the process and with it all that it runs. */
    @Override
    public void close() {
        watchdog.forget(this);
        process.destroyForcibly();
        try {
            requests.close();
        } catch (IOException unsent) {
            // What was still to be sent has nobody left to read it.
        }
    }
}
