package io.millrace.evaluator.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hidden directory beside the place where its content shall appear, all at once, when it is published. The writer holds a lock in it,
 * so that what a killed writer left behind can be told from what a living one still fills.
 */
final class Staging implements Closeable {

    private static final String PREFIX = ".staging-";

    private final Path home;
    private final Path staging;
    private final FileChannel lock;

    private Staging(Path home, Path staging, FileChannel lock) {
        this.home = home;
        this.staging = staging;
        this.lock = lock;
    }

    static Staging in(Path home) throws IOException {
        Files.createDirectories(home);
        Path staging = Files.createTempDirectory(home, PREFIX);
        FileChannel lock = openLock(staging);
        lock.lock();
        Files.createDirectory(staging.resolve("content"));
        return new Staging(home, staging, lock);
    }

    /** Where to write. */
    Path content() {
        return staging.resolve("content");
    }

    /** Writes a text and puts it on the disk. */
    void put(String name, String text) throws IOException {
        Path file = content().resolve(name);
        Files.writeString(file, text);
        sync(file);
    }

    /**
     * Makes the content appear under its name for good.
     *
     * @throws IOException if there is something of that name already
     */
    void publishAs(String name) throws IOException {
        sync(content());
        Files.move(content(), home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(home);
    }

    /** Removes whatever was not published. */
    @Override
    public void close() throws IOException {
        try (lock) {
            delete(staging);
        }
    }

    /** Removes what killed writers left in the directory. */
    static void sweep(Path home) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path leftover : leftovers) {
                sweepOne(leftover);
            }
        }
    }

    private static void sweepOne(Path leftover) throws IOException {
        try (FileChannel channel = openLock(leftover);
                FileLock held = tryLock(channel)) {
            if (held != null) {
                delete(leftover);
            }
        } catch (NoSuchFileException e) {
            // Its writer finished meanwhile, or another sweep was faster.
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static FileChannel openLock(Path staging) throws IOException {
        return FileChannel.open(staging.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Puts a file, or the names in a directory, on the disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
