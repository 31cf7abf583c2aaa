package io.millrace.verifier.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Our own side of the slots, written out to a directory that only this user can read. */
final class LauncherFiles implements AutoCloseable {

    private static final String PACKAGE = "millrace_slot";
    private static final List<String> MODULES = List.of(
            "__init__",
            "examiner",
            "foreign",
            "holes",
            "landlock",
            "libc",
            "marks",
            "mutants",
            "namespaces",
            "program",
            "queries",
            "rehearsal",
            "runtimes",
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

    private static final String JAVASCRIPT = "harness.js";
    private static final String JVM = "jvm";
    private static final List<String> CLASSES = List.of(
            "Answers",
            "Argument",
            "Argument$Tagged",
            "CandidateClasses",
            "CompiledClasses",
            "CompiledClasses$1",
            "JsonText",
            "ProgramRunner",
            "SourceCompiler",
            "SourceText",
            "ValueText",
            "ValueText$NotPlainException",
            "ValueText$TooLargeException");

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
        write(JAVASCRIPT);
        writeClasses();
    }

    /** By the names that the JVM looks for. */
    private void writeClasses() throws IOException {
        Path names = Path.of(LauncherFiles.class.getPackageName().replace('.', '/'), JVM);
        Path folder = Files.createDirectory(directory.resolve(JVM));
        written.add(folder);
        for (Path name : names) {
            folder = Files.createDirectory(folder.resolve(name));
            written.add(folder);
        }
        for (String name : CLASSES) {
            write(JVM + "/" + name + ".class", JVM + "/" + names + "/" + name + ".class");
        }
    }

    Path launcher() {
        return directory.resolve("launch.py");
    }

    /** Our own part of the processes of a language. */
    Path harness(Language language) {
        return directory.resolve(language == Language.JAVA ? JVM : JAVASCRIPT);
    }

    private void write(String name) throws IOException {
        write(name, name);
    }

    private void write(String name, String place) throws IOException {
        Path target = directory.resolve(place);
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
