package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built checkout that the command belongs to. */
public record Home(Path root) {

    private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

    /** The directory that the system property {@code millrace.home} names. */
    public static Home find() {
        return new Home(Path.of(System.getProperty("millrace.home", "")).toAbsolutePath());
    }

    /** Where a factory keeps its state unless told otherwise. */
    public Path usualState() {
        return root.resolve(".millrace");
    }

    /** What the demonstration feeds unless told otherwise. */
    public Path sampleRecipe() {
        return root.resolve("deploy/recipes/sample.yaml");
    }

    /** The jar of a module and all that it needs. */
    public List<Path> classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        List<Path> classPath = Stream.concat(Stream.of(jar(target, module)), dependencies(target, module))
                .toList();
        if (!classPath.stream().allMatch(Files::exists)) {
            throw notBuilt(module);
        }
        return classPath;
    }

    /** The unpacked schema registry. */
    Path registry() {
        return root.resolve("deploy/target/registry");
    }

    /** Where class data is kept that makes the next start of a program quicker. */
    Path archives() {
        try {
            return Files.createDirectories(root.resolve("deploy/target/archives"));
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(root, e.getMessage()), e);
        }
    }

    private static Path jar(Path target, String module) {
        try (var jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            return jars.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw notBuilt(module);
        }
    }

    private static Stream<Path> dependencies(Path target, String module) {
        try {
            return SEPARATOR
                    .splitAsStream(Files.readString(target.resolve("classpath")).strip())
                    .map(Path::of);
        } catch (IOException e) {
            throw notBuilt(module);
        }
    }

    private static OperatorException notBuilt(String module) {
        return new OperatorException("Module %s is not built whole. Run ./mvnw package.".formatted(module));
    }
}
