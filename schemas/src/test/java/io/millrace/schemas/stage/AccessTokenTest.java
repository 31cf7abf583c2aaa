package io.millrace.schemas.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {

    private static final String SECRET = "correct-horse-battery";

    @TempDir
    private Path directory;

    @Test
    void matchesOnlyItsOwnBearerHeader() throws Exception {
        AccessToken token = token(SECRET + "\n").orElseThrow();

        assertThat(token.matches("Bearer " + SECRET)).isTrue();
        assertThat(token.matches("Bearer " + SECRET + "x")).isFalse();
        assertThat(token.matches(SECRET)).isFalse();
        assertThat(token.matches("Bearer ")).isFalse();
        assertThat(token.matches(null)).isFalse();
    }

    @Test
    void doesNotPrintItself() throws Exception {
        assertThat(token(SECRET).orElseThrow().toString()).doesNotContain(SECRET);
    }

    @Test
    void refusesATokenThatIsEasilyGuessed() {
        assertThatThrownBy(() -> token("short")).hasMessageContaining("shorter than 16");
    }

    @Test
    void letsOthersInOnlyWithAToken() throws Exception {
        Optional<AccessToken> token = token(SECRET);

        assertThatThrownBy(() -> ListenAddress.requireSafe("0.0.0.0", Optional.empty()))
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("millrace.access-token-file");
        assertThatCode(() -> ListenAddress.requireSafe("0.0.0.0", token)).doesNotThrowAnyException();
        assertThatCode(() -> ListenAddress.requireSafe("127.0.0.1", Optional.empty()))
                .doesNotThrowAnyException();
    }

    private Optional<AccessToken> token(String text) throws Exception {
        return AccessToken.read(Optional.of(Files.writeString(directory.resolve("token"), text)));
    }
}
