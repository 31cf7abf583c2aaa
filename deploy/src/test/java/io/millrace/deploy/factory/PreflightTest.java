package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    private Path directory;

    @Test
    void namesThePortThatIsTaken() throws IOException {
        FactoryPorts ports = FactoryPorts.free();
        try (var taken = new ServerSocket(ports.registry(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.check(new Layout(directory), ports))
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
}
