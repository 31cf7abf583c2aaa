package io.millrace.deploy.process;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /**
     * Runs to its end, and gives back what it printed, errors too.
     *
     * @throws OperatorException if it does not get there, with what it printed
     */
    public String output() {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = null;
        try {
            process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new OperatorException("The program '%s' failed:\n%s".formatted(name, output));
            }
            return output;
        } catch (IOException e) {
            throw new OperatorException("The program '%s' could not be run: %s".formatted(name, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("The program '%s' was interrupted.".formatted(name), e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
