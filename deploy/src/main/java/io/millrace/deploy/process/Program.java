package io.millrace.deploy.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param name lower-case; names its log and its pid file
 * @param directory where it runs
 * @param environment added to our own
 */
public record Program(String name, List<String> command, Path directory, Map<String, String> environment) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
