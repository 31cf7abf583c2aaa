package io.millrace.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

    @TempDir
    private Path directory;

    @Test
    void findsAgainWhatRuns() {
        try (var children = Children.leashed(directory, directory)) {
            Child started = children.start(program("sleep", "60"));

            assertThat(children.find("child"))
                    .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(started.pid()));

            started.kill();

            assertThat(children.find("child")).isEmpty();
        }
    }

    @Test
    void takesNobodyElseForItsChild() throws IOException {
        try (var children = Children.lasting(directory, directory)) {
            Path pidFile = directory.resolve("child.pid");
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
            Files.setLastModifiedTime(pidFile, FileTime.from(Instant.EPOCH));

            assertThat(children.find("child")).isEmpty();
        }
    }

    @Test
    void endsItsChildrenOnceItIsClosed() {
        Child child;
        try (var children = Children.leashed(directory, directory)) {
            child = children.start(program("sleep", "60"));

            assertThat(child.alive()).isTrue();
        }

        assertThat(Deadline.after(Duration.ofSeconds(20)).await(() -> !child.alive()))
                .isTrue();
    }

    @Test
    void keepsWhatAChildPrints() {
        try (var children = Children.leashed(directory, directory)) {
            Child child = children.start(program("sh", "-c", "echo out; echo err >&2"));

            child.handle().onExit().join();

            assertThat(child.log()).content().contains("out", "err");
        }
    }

    @Test
    void saysWhatCouldNotBeStarted() {
        // Whatever launches the command is there, so the missing directory is what fails.
        var program = new Program("child", List.of("sleep", "1"), directory.resolve("nowhere"), Map.of());

        try (var children = Children.leashed(directory, directory)) {
            assertThatThrownBy(() -> children.start(program))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageStartingWith("The child could not be started");
        }
    }

    private Program program(String... command) {
        return new Program("child", List.of(command), directory, Map.of());
    }
}
