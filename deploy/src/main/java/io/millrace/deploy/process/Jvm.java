package io.millrace.deploy.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java program under the JDK that runs us. */
public record Jvm(List<Path> classPath, List<String> options, String mainClass, List<String> arguments) {

    public Jvm {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    public Program program(String name, Path directory) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(Stream.of(java), options.stream(), Stream.of(mainClass), arguments.stream())
                .flatMap(part -> part)
                .toList();
        // In the environment the class path leaves the process list readable.
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new Program(name, command, directory, Map.of("CLASSPATH", joined));
    }
}
