package io.millrace.verifier.code;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kernel's control groups of version 2, where the service was given a part of their tree to manage, as systemd does for units with
 * {@code Delegate=yes}. They bound the memory and the processes of a slot once more; no verdict depends on them.
 */
final class ControlGroups {

    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final String MEMBERSHIP = "0::/";
    private static final String SLOT = "slot-";

    /** What a program may ask for at most, and the slot itself. */
    private static final long MEMORY_BYTES = (2L << 30) + (256L << 20);

    /** The threads of a runtime and its collectors, on a machine of many processors. */
    private static final int PROCESSES = 512;

    private final Path root;

    private ControlGroups(Path root) {
        this.root = root;
    }

    /** The groups below the one that this process is in; empty where it manages none. */
    static Optional<ControlGroups> delegated() {
        return delegated(
                Path.of("/proc/self/cgroup"),
                Path.of("/sys/fs/cgroup"),
                ProcessHandle.current().pid());
    }

    static Optional<ControlGroups> delegated(Path membership, Path tree, long self) {
        try {
            Optional<Path> own = Files.readAllLines(membership).stream()
                    .filter(line -> line.startsWith(MEMBERSHIP))
                    .map(line -> tree.resolve(line.substring(MEMBERSHIP.length())))
                    .findFirst();
            return own.isPresent() && manages(own.get(), self)
                    ? Optional.of(handOn(own.get(), self))
                    : Optional.empty();
        } catch (IOException | SecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** A group with other processes in it belongs to somebody else, even if we may write to it. */
    private static boolean manages(Path group, long self) throws IOException {
        return Files.isWritable(group.resolve("cgroup.subtree_control"))
                && words(group.resolve("cgroup.controllers")).containsAll(List.of("memory", "pids"))
                && words(group.resolve("cgroup.procs")).equals(Set.of(Long.toString(self)));
    }

    private static Set<String> words(Path file) throws IOException {
        return new HashSet<>(Arrays.asList(WORDS.split(Files.readString(file).strip())));
    }

    /** A group that hands on controllers may hold no process itself, so this one moves into a group of its own. */
    private static ControlGroups handOn(Path group, long self) throws IOException {
        Path service = Files.createDirectories(group.resolve("service"));
        Files.writeString(service.resolve("cgroup.procs"), Long.toString(self));
        Files.writeString(group.resolve("cgroup.subtree_control"), "+memory +pids");
        return new ControlGroups(group);
    }

    /** Puts a process, and all that it will start, into a group of its own; false where that does not work. */
    boolean adopt(long pid) {
        try {
            removeEmptied();
            Path group = Files.createDirectory(root.resolve(SLOT + pid));
            Files.writeString(group.resolve("memory.max"), Long.toString(MEMORY_BYTES));
            Files.writeString(group.resolve("pids.max"), Integer.toString(PROCESSES));
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void removeEmptied() throws IOException {
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(root, SLOT + "*")) {
            for (Path group : groups) {
                // A directory of the kernel's goes at once, with the files in it, if no process is left there.
                var unused = group.toFile().delete();
            }
        }
    }
}
