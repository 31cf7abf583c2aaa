package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {

    @TempDir
    private Path directory;

    @Test
    void areKeptWithTheStateAndReplaceTheLastOnes() throws IOException {
        var layout = new Layout(directory.resolve("state"));

        settings("millrace: {verifier: {code-slots: 1}}").copyTo(layout);
        settings("millrace: {verifier: {code-slots: 2}}").copyTo(layout);

        assertThat(layout.settings()).hasContent("millrace: {verifier: {code-slots: 2}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- one", "millrace", "a: [", "a: &x [1]\nb: *x\nc: {d: *x"})
    void areAMapping(String text) throws IOException {
        ServiceSettings settings = settings(text);
        var layout = new Layout(directory.resolve("state"));

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> settings.copyTo(layout))
                .withMessageContaining("settings.yaml");
        assertThat(layout.settings()).doesNotExist();
    }

    @Test
    void areInAFileThatCanBeRead() {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> new ServiceSettings(directory.resolve("none.yaml"))
                        .copyTo(new Layout(directory.resolve("state"))))
                .withMessageContaining("none.yaml");
    }

    private ServiceSettings settings(String text) throws IOException {
        return new ServiceSettings(Files.writeString(directory.resolve("settings.yaml"), text));
    }
}
