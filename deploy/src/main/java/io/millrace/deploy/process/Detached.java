package io.millrace.deploy.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Commands in a session of their own, so that neither Ctrl-C nor a closed terminal reaches them. */
final class Detached {

    private static final List<String> LAUNCHERS = List.of("setsid", "nohup");

    private Detached() {}

    /** The launchers replace themselves by the command, so the process id stays the command's own. */
    static List<String> command(List<String> command) {
        return LAUNCHERS.stream()
                .filter(Detached::installed)
                .findFirst()
                .map(launcher ->
                        Stream.concat(Stream.of(launcher), command.stream()).toList())
                .orElse(command);
    }

    private static boolean installed(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
