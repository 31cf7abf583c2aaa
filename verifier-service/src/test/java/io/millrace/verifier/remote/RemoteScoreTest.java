package io.millrace.verifier.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonPointer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.millrace.schemas.model.JsonEndpoint;
import io.millrace.schemas.model.Retries;
import io.millrace.schemas.model.Transport;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteScoreTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void acceptsFromTheThresholdOn() {
        answer(okJson("{\"result\": {\"reward\": 0.5}}"));

        Verdict verdict = score();

        assertThat(verdict).isInstanceOf(Verdict.Pass.class);
        assertThat(verdict.evidence().measurements()).containsEntry("score", "0.5");
    }

    @Test
    void rejectsBelowTheThreshold() {
        answer(okJson("{\"result\": {\"reward\": 0.49}}"));

        assertThat(score()).isInstanceOf(Verdict.Fail.class);
        assertThat(score().reason()).isEqualTo(Reason.LOW_SCORE);
    }

    @Test
    void postsTheConversation() {
        answer(okJson("{\"result\": {\"reward\": 1}}"));

        score();

        SERVER.verify(postRequestedFor(urlPathEqualTo("/score")).withRequestBody(equalToJson("""
                {"messages": [{"role": "user", "content": "How many?"}, {"role": "assistant", "content": "Answer: 1"}]}""")));
    }

    static Stream<ResponseDefinitionBuilder> failures() {
        return Stream.of(
                aResponse().withStatus(500),
                aResponse().withStatus(403),
                okJson("{}"),
                okJson("{\"result\": {\"reward\": \"0.9\"}}"),
                okJson("good"),
                okJson("{\"result\": {\"reward\": 1}}").withFixedDelay(2_000));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void takesAServiceThatGivesNoScoreForAnErrorOfOurs(ResponseDefinitionBuilder failure) {
        answer(failure);

        assertThat(score()).isInstanceOf(Verdict.Errored.class);
        assertThat(score().reason()).isEqualTo(Reason.MODEL_ERROR);
    }

    @Test
    void refusesAUrlWithAPassword() {
        URI url = URI.create("https://somebody:secret@score.example");

        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreScale(url, JsonPointer.empty(), 0));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(post("/score").willReturn(response));
    }

    private static Verdict score() {
        URI url = URI.create(SERVER.baseUrl() + "/score");
        var transport = Transport.of(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ofSeconds(1));
        var endpoint = new JsonEndpoint(url, Optional.empty(), Duration.ofSeconds(1), 1, transport);
        return new RemoteScore(new ScoreScale(url, JsonPointer.compile("/result/reward"), 0.5), endpoint)
                .apply(Candidates.math("1", "Answer: 1"));
    }
}
