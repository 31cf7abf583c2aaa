package io.millrace.verifier.code;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a CPython that can be started, behind whatever wrapper the search path has for it. */
public final class Interpreter {

    private static final int PATIENCE_SECONDS = 20;

    private static final String QUESTION = """
            import os, sys
            fit = sys.implementation.name == "cpython" and sys.version_info >= (3, 9)
            print(os.path.realpath(sys.executable) if fit else "")
            """;

    private Interpreter() {}

    /**
     * The program itself, where a wrapper stands on the search path.
     *
     * @param configured where to look instead of the search path
     * @throws RefusedException if there is none that slots can run
     */
    public static Path find(@Nullable Path configured) throws RefusedException, InterruptedException {
        List<Path> places = configured == null ? onSearchPath() : List.of(configured);
        for (Path place : places) {
            Optional<Path> found = ask(place);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new RefusedException(
                configured == null
                        ? "no usable python3 (CPython 3.9 or later) is on the PATH"
                        : configured + " is not a usable CPython 3.9 or later");
    }

    private static List<Path> onSearchPath() {
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, "python3"))
                .filter(Files::isExecutable)
                .toList();
    }

    private static Optional<Path> ask(Path python) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(python.toString(), "-I", "-S", "-c", QUESTION)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                byte[] answer = process.getInputStream().readNBytes(4096);
                return Optional.of(new String(answer, StandardCharsets.UTF_8).strip())
                        .filter(path -> !path.isEmpty())
                        .map(Path::of);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notStarted) {
            return Optional.empty();
        }
    }
}
