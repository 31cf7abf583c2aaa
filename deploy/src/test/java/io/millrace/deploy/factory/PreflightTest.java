package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    private Path directory;

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.check(
                            new Layout(directory), List.of(listeningAt(taken.getLocalPort())), Duration.ZERO))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void namesTheDirectoryThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new Layout(file.resolve("state")).create())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("file/state");
    }

    @Test
    void waitsForAPortThatIsSetFree() throws IOException {
        CompletableFuture<Void> check;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Member member = listeningAt(taken.getLocalPort());
            check = CompletableFuture.runAsync(
                    () -> Preflight.check(new Layout(directory), List.of(member), Duration.ofSeconds(30)));

            assertThat(check).isNotCompleted();
        }

        assertThat(check).succeedsWithin(Duration.ofSeconds(10));
    }

    private Member listeningAt(int port) {
        return new Member(new Program("member", List.of("true"), directory, Map.of()), List.of(port), () -> true);
    }
}
