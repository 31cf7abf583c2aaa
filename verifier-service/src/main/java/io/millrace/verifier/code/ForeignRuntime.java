package io.millrace.verifier.code;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What executes programs that are not written in Python.
 *
 * @param home the program itself, or the directory of a JDK
 * @param version as receipts name it, for instance "Node 20.1.0"
 */
record ForeignRuntime(Path home, String version) {

    private static final int PATIENCE_SECONDS = 20;
    private static final int OLDEST_NODE = 18;
    private static final Pattern NODE = Pattern.compile("v((\\d{1,4})[.\\d]{0,20})\\s*");

    /** The node of this path, or else the one on the search path. */
    static Optional<ForeignRuntime> node(@Nullable Path configured) {
        Stream<Path> places = configured == null
                ? onSearchPath("node")
                : Stream.of(configured).filter(Files::isExecutable);
        return places.flatMap(place -> askNode(place).stream()).findFirst();
    }

    /** The JDK in this directory, or else the one that runs this process, or else that of the javac on the search path. */
    static Optional<ForeignRuntime> java(@Nullable Path configured) {
        Stream<Path> places = configured == null
                ? Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"))),
                        onSearchPath("javac").flatMap(javac -> homeOf(javac).stream()))
                : Stream.of(configured);
        return places.flatMap(place -> readRelease(place).stream()).findFirst();
    }

    private static Stream<Path> onSearchPath(String program) {
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(searchPath)
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable);
    }

    private static Optional<Path> homeOf(Path javac) {
        try {
            return Optional.of(javac.toRealPath()).map(Path::getParent).map(Path::getParent);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<ForeignRuntime> askNode(Path node) {
        try {
            Process process = new ProcessBuilder(node.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                String answer = new String(process.getInputStream().readNBytes(64), StandardCharsets.UTF_8);
                Matcher version = NODE.matcher(answer);
                return version.matches() && Integer.parseInt(version.group(2)) >= OLDEST_NODE
                        ? Optional.of(new ForeignRuntime(node.toRealPath(), "Node " + version.group(1)))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notStarted) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A JDK that has a compiler and is not older than the one that our own part of its processes is made for. */
    private static Optional<ForeignRuntime> readRelease(Path home) {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
            Runtime.Version version = Runtime.Version.parse(unquoted(release, "JAVA_VERSION"));
            Path real = home.toRealPath();
            boolean fit = version.feature() >= Runtime.version().feature()
                    && Files.isExecutable(real.resolve("bin/java"))
                    && hasCompiler(home, release);
            return fit ? Optional.of(new ForeignRuntime(real, "OpenJDK " + version)) : Optional.empty();
        } catch (IOException | IllegalArgumentException noJdk) {
            return Optional.empty();
        }
    }

    private static boolean hasCompiler(Path home, Properties release) {
        return home.equals(Path.of(System.getProperty("java.home")))
                ? ModuleFinder.ofSystem().find("jdk.compiler").isPresent()
                : (" " + unquoted(release, "MODULES") + " ").contains(" jdk.compiler ");
    }

    private static String unquoted(Properties release, String name) {
        return release.getProperty(name, "").replace("\"", "");
    }
}
