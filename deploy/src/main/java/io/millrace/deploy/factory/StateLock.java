package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Keeps two commands from starting the same factory at the same time. It goes with the process that holds it. */
public final class StateLock {

    private StateLock() {}

    /**
     * Does something that no other command may do with this state meanwhile.
     *
     * @throws OperatorException if another does
     */
    public static <T> T alone(Layout layout, Supplier<T> action) {
        try (FileChannel file = open(layout)) {
            if (!lock(file)) {
                throw new OperatorException("Another command is starting the factory in %s; wait until it has finished."
                        .formatted(layout.state()));
            }
            return action.get();
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(layout.state(), e.getMessage()), e);
        }
    }

    private static FileChannel open(Layout layout) throws IOException {
        Files.createDirectories(layout.pids());
        return FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
