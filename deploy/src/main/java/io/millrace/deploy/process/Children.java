package io.millrace.deploy.process;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts programs, each with a log and a pid file, and finds them again. */
public final class Children implements AutoCloseable {

    /** File systems keep times more coarsely than the process table does. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    private final Path logs;
    private final Path pids;
    private final @Nullable Leash leash;

    private Children(Path logs, Path pids, @Nullable Leash leash) {
        this.logs = logs;
        this.pids = pids;
        this.leash = leash;
    }

    /** Children that live on when we end. */
    public static Children lasting(Path logs, Path pids) {
        return new Children(logs, pids, null);
    }

    /** Children that end with us, however we end. */
    public static Children leashed(Path logs, Path pids) {
        return new Children(logs, pids, new Leash());
    }

    public Child start(Program program) {
        Path log = logs.resolve(program.name() + ".log");
        var builder = new ProcessBuilder(Detached.command(program.command()))
                .directory(program.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(program.environment());
        try {
            Process process = builder.start();
            if (leash != null) {
                leash.hold(process);
            }
            Files.writeString(pidFile(program.name()), process.pid() + "\n");
            return new Child(program.name(), process.toHandle(), log);
        } catch (IOException e) {
            throw new OperatorException("The %s could not be started: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    /** The program that was last started under this name, if it still runs. */
    public Optional<Child> find(String name) {
        Path file = pidFile(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> startedBefore(handle, written.plus(CLOCK_SLACK)))
                    .map(handle -> new Child(name, handle, logs.resolve(name + ".log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number that another program got later is not our child. */
    private static boolean startedBefore(ProcessHandle handle, Instant latest) {
        return handle.info().startInstant().map(latest::isAfter).orElse(false);
    }

    private Path pidFile(String name) {
        return pids.resolve(name + ".pid");
    }

    @Override
    public void close() {
        if (leash != null) {
            leash.close();
        }
    }
}
