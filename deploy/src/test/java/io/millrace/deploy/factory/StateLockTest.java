package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

    private static final String HOLD = """
            import fcntl, sys
            with open(sys.argv[1], "w") as file:
                fcntl.lockf(file, fcntl.LOCK_EX)
                print("held", flush=True)
                sys.stdin.read()
            """;

    @TempDir
    private Path directory;

    private Layout layout = new Layout(Path.of(""));

    @BeforeEach
    void create() {
        layout = new Layout(directory);
        layout.create();
    }

    @Test
    void letsOneInAfterTheOther() {
        assertThat(StateLock.<String>alone(layout, () -> "first")).isEqualTo("first");
        assertThat(StateLock.<String>alone(layout, () -> "second")).isEqualTo("second");
    }

    @Test
    void letsNobodyInTwice() {
        assertThatThrownBy(() -> StateLock.<String>alone(layout, () -> StateLock.alone(layout, () -> "inside")))
                .isInstanceOf(OperatorException.class);
    }

    @Test
    void saysWhereAnotherProcessIsAtWorkUntilThatEnds() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("python3", "-c", HOLD, layout.lock().toString()).start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> StateLock.<String>alone(layout, () -> "inside"))
                    .hasMessage(
                            "Another command is starting the factory in %s; wait until it has finished.",
                            layout.state());
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(StateLock.<String>alone(layout, () -> "inside")).isEqualTo("inside");
    }
}
