package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://models.example/v1", "https://models.example/v1//"})
    void appendsItsPathToTheBaseUrl(String url) {
        assertThat(endpoint(url).completions()).hasToString("https://models.example/v1/chat/completions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@models.example/v1",
                "https://models.example/v1?key=secret",
                "https://models.example/v1#secret"
            })
    void refusesAUrlThatMayHoldASecretWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint(url))
                .withMessage("The base URL of a model must not hold a user, a query or a fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "models.example/v1", "https:///v1"})
    void refusesWhatIsNoWebAddress(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint(url));
    }

    @Test
    void printsNoKey() {
        var endpoint = new Endpoint(
                URI.create("https://models.example"),
                "large",
                Optional.of(ApiKey.of("sk-marker")),
                Duration.ofSeconds(1),
                1);

        assertThat(endpoint.toString()).doesNotContain("sk-marker");
    }

    private static Endpoint endpoint(String url) {
        return new Endpoint(URI.create(url), "large", Optional.empty(), Duration.ofSeconds(1), 1);
    }
}
