package io.millrace.generator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFilterTest {

    private static final String TOKEN = "a-token-of-some-length";

    @TempDir
    private Path directory;

    private final Visitor visitor = Visitor.atFreePort();

    @Test
    void letsInWhoShowsTheToken() throws Throwable {
        whileRunning(
                Map.of("millrace.access-token-file", tokenFile()),
                () -> assertThat(visitor.status("/prometheus", "Authorization", "Bearer " + TOKEN))
                        .isEqualTo(200));
    }

    @Test
    void refusesWhoShowsNoneOrAnother() throws Throwable {
        whileRunning(Map.of("millrace.access-token-file", tokenFile()), () -> {
            assertThat(visitor.status("/prometheus")).isEqualTo(401);
            assertThat(visitor.status("/health")).isEqualTo(401);
            assertThat(visitor.status("/prometheus", "Authorization", "Bearer another-token-of-length"))
                    .isEqualTo(401);
            assertThat(visitor.status("/health/liveness/../../prometheus")).isEqualTo(401);
        });
    }

    @Test
    void letsAnybodyAskWhetherTheServiceIsAlive() throws Throwable {
        whileRunning(
                Map.of("millrace.access-token-file", tokenFile(), "millrace.host", "0.0.0.0"),
                () -> assertThat(visitor.status("/health/liveness")).isEqualTo(200));
    }

    @Test
    void refusesAPublicAddressWithoutAToken() {
        assertThatThrownBy(() -> whileRunning(Map.of("millrace.host", "0.0.0.0"), () -> {}))
                .hasRootCauseMessage("Refusing to listen on 0.0.0.0 without authentication:"
                        + " set millrace.access-token-file, or listen on 127.0.0.1");
    }

    private void whileRunning(Map<String, Object> settings, ThrowingCallable visit) throws Throwable {
        var properties = new HashMap<>(settings);
        properties.putAll(visitor.ports());
        EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties);
        try {
            visit.call();
        } finally {
            server.close();
        }
    }

    private Path tokenFile() throws IOException {
        return Files.writeString(directory.resolve("token"), TOKEN);
    }
}
