package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    private static final String PROCESS = "verifier-service";

    @TempDir
    private Path state;

    @Test
    void aProcessFindsNothingOfTheOneThatWasKilledBeforeIt() throws IOException {
        var layout = new Layout(state);
        leaveSomething(layout);

        layout.emptyTemporary(PROCESS);

        assertThat(layout.temporary(PROCESS)).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftOfAProcessThatHasEnded() throws IOException {
        var layout = new Layout(state);
        leaveSomething(layout);

        layout.deleteTemporary(PROCESS);
        layout.deleteTemporary(PROCESS);

        assertThat(layout.temporary(PROCESS)).doesNotExist();
    }

    private static void leaveSomething(Layout layout) throws IOException {
        layout.emptyTemporary(PROCESS);
        Path slots = Files.createDirectory(layout.temporary(PROCESS).resolve("slots"));
        Files.writeString(slots.resolve("launch.py"), "pass");
    }
}
