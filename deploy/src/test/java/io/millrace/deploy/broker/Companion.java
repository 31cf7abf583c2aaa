package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.factory.Foundation;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A program that runs beside a test in a directory of its own, and goes with it. */
final class Companion implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path state;
    private final Foundation foundation;
    private final Children children;
    private Child child;

    Companion(Function<Path, Foundation> plan) {
        this.state = temporaryDirectory();
        this.foundation = plan.apply(state);
        this.children = Children.leashed(state, state);
        this.child = start();
    }

    String address() {
        return foundation.address();
    }

    long pid() {
        return child.pid();
    }

    Path state() {
        return state;
    }

    void crash() {
        child.kill();
        child = start();
    }

    @Override
    public void close() {
        child.kill();
        children.close();
        delete(state);
    }

    private Child start() {
        Child started = children.start(foundation.program());
        boolean ready = Deadline.after(PATIENCE).await(() -> foundation.ready().getAsBoolean() || !started.alive());
        assertThat(ready && started.alive())
                .as("the %s runs", started.name())
                .withFailMessage(() -> "It did not get ready and wrote:\n" + read(started.log()))
                .isTrue();
        return started;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("millrace-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
