package io.millrace.verifier.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The Python side of the slots, written out to a directory that only this user can read. */
final class LauncherFiles implements AutoCloseable {

    private static final String PACKAGE = "millrace_slot";
    private static final List<String> MODULES = List.of(
            "__init__",
            "examiner",
            "landlock",
            "libc",
            "marks",
            "mutants",
            "namespaces",
            "program",
            "queries",
            "seccomp",
            "slot",
            "split",
            "store",
            "streams",
            "task",
            "values",
            "values_out",
            "wire",
            "workshop");

    private final Path directory;
    private final List<Path> written = new ArrayList<>();

    LauncherFiles() throws IOException {
        directory = Files.createTempDirectory("millrace-slots-");
        written.add(directory);
        write("launch.py");
        written.add(Files.createDirectory(directory.resolve(PACKAGE)));
        for (String module : MODULES) {
            write(PACKAGE + "/" + module + ".py");
        }
    }

    Path launcher() {
        return directory.resolve("launch.py");
    }

    private void write(String name) throws IOException {
        Path target = directory.resolve(name);
        try (InputStream source = LauncherFiles.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(source, name), target);
        }
        written.add(target);
    }

    @Override
    public void close() {
        for (Path path : written.reversed()) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
