package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directories below one factory's state. */
public record Layout(Path state) {

    public Layout {
        state = state.toAbsolutePath().normalize();
    }

    public Path logs() {
        return state.resolve("logs");
    }

    /** Where the evaluator puts dataset versions. */
    public Path datasets() {
        return state.resolve("datasets");
    }

    /** What the services are set to, as YAML; there need not be any. */
    public Path settings() {
        return state.resolve("settings.yaml");
    }

    Path pids() {
        return state.resolve("run");
    }

    /** What a process needs only while it runs; one that is killed leaves it behind. */
    Path temporary(String process) {
        return state.resolve("tmp").resolve(process);
    }

    Path broker() {
        return state.resolve("broker");
    }

    Path registry() {
        return state.resolve("registry");
    }

    /** What a service keeps between its starts. */
    Path of(Service service) {
        return state.resolve(service.module());
    }

    /** Where the factory's place on this machine is remembered. */
    Path site() {
        return pids().resolve("site.json");
    }

    /** Gives a process that is about to start an empty directory for what it needs only while it runs. */
    void emptyTemporary(String process) {
        try {
            Directories.delete(temporary(process));
            Files.createDirectories(temporary(process));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Deletes what a process that has ended needed only while it ran. */
    void deleteTemporary(String process) {
        try {
            Directories.delete(temporary(process));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What a command holds while it starts the factory. */
    Path lock() {
        return pids().resolve("lock");
    }

    void create() {
        Stream<Path> services = Stream.of(Service.values()).map(this::of);
        try {
            for (Path directory : Stream.concat(Stream.of(logs(), datasets(), pids(), broker(), registry()), services)
                    .toList()) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private OperatorException unwritable(IOException e) {
        return new OperatorException("Cannot write to %s: %s.".formatted(state, e.getMessage()), e);
    }
}
