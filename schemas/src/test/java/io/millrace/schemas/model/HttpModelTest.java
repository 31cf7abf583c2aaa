package io.millrace.schemas.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.Usage;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpModelTest {

    private static final String PATH = "/v1/chat/completions";
    private static final String KEY = "sk-marker";
    private static final String QUESTION = "What is six times seven?";
    private static final Instant NOW = Instant.parse("2015-10-21T07:28:00Z");
    private static final String ANSWER = """
            {"model": "large-1", "choices": [{"message": {"role": "assistant", "content": "Answer: 42",
             "reasoning_content": "six sevens"}, "finish_reason": "stop"}],
             "usage": {"prompt_tokens": 20, "completion_tokens": 5}}""";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final Timeline time = new Timeline(NOW);

    @Test
    void carriesWhatTheEndpointReports() throws Exception {
        answer(okJson(ANSWER));

        Completion completion = model().complete(request());

        assertThat(completion.answer().getRole()).isEqualTo("assistant");
        assertThat(completion.answer().getContent()).isEqualTo("Answer: 42");
        assertThat(completion.answer().getReasoning()).isEqualTo("six sevens");
        assertThat(completion.model()).isEqualTo(new ModelRef("large", "large-1", SERVER.baseUrl() + "/v1"));
        assertThat(completion.finishReason()).isEqualTo("stop");
        assertThat(completion.usage()).isEqualTo(new Usage(20L, 5L, 25L, "flat"));
        assertThat(completion.attempts()).isEqualTo(1);
    }

    @Test
    void sendsTheConversationTheSamplingAndTheKey() throws Exception {
        answer(okJson(ANSWER));

        model().complete(request());

        SERVER.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", equalTo("Bearer " + KEY))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("Upgrade", absent())
                .withRequestBody(equalToJson("""
                        {"model": "large", "messages": [{"role": "user", "content": "What is six times seven?"}],
                         "temperature": 0.7, "max_tokens": 100}""")));
    }

    @Test
    void carriesOnAnAnswerThatWasCutAtTheTokenLimit() throws Exception {
        answer(okJson("""
                {"choices": [{"message": {"content": null}, "finish_reason": "length"}]}"""));

        Completion completion = model().complete(request());

        assertThat(completion.finishReason()).isEqualTo("length");
        assertThat(completion.answer().getContent()).isEmpty();
        assertThat(completion.model().getReturned()).isEqualTo("unreported");
        assertThat(completion.usage()).isNull();
    }

    @Test
    void asksAgainAfterAServerError() throws Exception {
        answer(aResponse().withStatus(500), okJson(ANSWER));

        Completion completion = model().complete(request());

        assertThat(completion.attempts()).isEqualTo(2);
        assertThat(time.pauses()).containsExactly(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7                             | 7
                    Wed, 21 Oct 2015 07:28:20 GMT | 20
                    86400                         | 60
                    """)
    void waitsAsLongAsTheEndpointAsksWithinReason(String retryAfter, long seconds) throws Exception {
        answer(aResponse().withStatus(429).withHeader("Retry-After", retryAfter), okJson(ANSWER));

        model().complete(request());

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        answer(aResponse().withStatus(429));

        ModelException failure = failure();

        assertThat(failure).hasMessage("the endpoint answered with status 429");
        assertThat(failure.errorClass()).isEqualTo("RateLimited");
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.replayable()).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequest, false",
        "404, BadRequest, false",
        "413, BadRequest, false",
        "401, Unauthorized, true",
        "403, Unauthorized, true",
        "307, Redirected, true"
    })
    void asksOnlyOnceWhereAskingAgainCannotHelp(int status, String errorClass, boolean replayable) {
        answer(aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl() + "/elsewhere"));

        ModelException failure = failure();

        assertThat(failure.errorClass()).isEqualTo(errorClass);
        assertThat(failure.replayable()).isEqualTo(replayable);
        assertThat(failure.attempts()).isEqualTo(1);
        SERVER.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    static Stream<ResponseDefinitionBuilder> malformed() {
        return Stream.of(
                okJson("{\"choices\": [{\"message\": {\"content\": \"Ans"),
                okJson("{} {}"),
                okJson("[]"),
                okJson(""),
                okJson("{\"choices\": []}"),
                okJson("{\"choices\": [{\"message\": \"42\"}]}"),
                okJson("{\"choices\": [{\"message\": {\"content\": {\"text\": \"42\"}}}]}"),
                okJson("[".repeat(100_000)),
                okJson(ANSWER).withHeader("Content-Type", "text/html"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void tellsAMalformedAnswer(ResponseDefinitionBuilder response) {
        answer(response);

        assertThat(failure().errorClass()).isEqualTo("Malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE",
                "CONNECTION_RESET_BY_PEER",
                "EMPTY_RESPONSE"
            })
    void tellsACutConnection(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(failure().errorClass()).isEqualTo("Truncated");
    }

    @Test
    void readsNoHugeBody() {
        answer(okJson("{\"padding\": \"%s\"}".formatted("x".repeat(5 << 20))));

        assertThat(failure().errorClass()).isEqualTo("Truncated");
    }

    @Test
    void refusesAnAnswerThatNoRecordHolds() {
        answer(okJson("{\"choices\": [{\"message\": {\"content\": \"%s\"}}]}".formatted("x".repeat(200_001))));

        ModelException failure = failure();

        assertThat(failure.errorClass()).isEqualTo("TooLong");
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void timesOutOnASlowAnswer() {
        answer(okJson(ANSWER).withFixedDelay(60_000));

        assertThat(failure(hasty()).errorClass()).isEqualTo("Timeout");
    }

    @Test
    void timesOutOnAnAnswerThatTrickles() {
        answer(okJson(ANSWER).withChunkedDribbleDelay(50, 60_000));

        assertThat(failure(hasty()).errorClass()).isEqualTo("Timeout");
    }

    @Test
    void tellsAnEndpointThatCannotBeReached() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        assertThat(failure(model("http://127.0.0.1:" + nobody, Duration.ofMinutes(1)))
                        .errorClass())
                .isEqualTo("Unreachable");
    }

    @Test
    void sendsWhatTheEndpointUnderstandsBeyondTheUsual() throws Exception {
        answer(okJson(ANSWER));
        var endpoint = new Endpoint(
                URI.create(SERVER.baseUrl() + "/v1"),
                "large",
                Optional.empty(),
                Duration.ofMinutes(1),
                Limits.concurrent(4),
                new ExtraBody("{\"top_k\": 40}"));

        model(endpoint).complete(request());

        SERVER.verify(postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$.top_k", equalTo("40")))
                .withRequestBody(matchingJsonPath("$.model", equalTo("large"))));
    }

    @Test
    void waitsForTheTokensThatTheLastAnswerUsedBeyondTheEstimate() throws Exception {
        answer(okJson(ANSWER.replace("\"completion_tokens\": 5", "\"completion_tokens\": 480")));
        HttpModel model = model(new Endpoint(
                URI.create(SERVER.baseUrl() + "/v1"),
                "large",
                Optional.empty(),
                Duration.ofMinutes(1),
                Limits.of(4, null, 600),
                ExtraBody.NONE));

        model.complete(request());
        assertThat(time.pauses()).isEmpty();
        model.complete(request());

        assertThat(time.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(41), Duration.ofSeconds(45)));
    }

    @Test
    void leavesAnEndpointAloneThatFailedSeveralTimesInARow() {
        answer(aResponse().withStatus(500));
        HttpModel model = model();

        for (int i = 0; i < 4; i++) {
            assertThat(failure(model).errorClass()).isEqualTo("ServerError");
        }

        assertThat(time.pauses().getLast()).isEqualTo(Duration.ofMillis(29_500));
        SERVER.verify(11, postRequestedFor(urlEqualTo(PATH)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 307, 400, 401, 429, 500})
    void neverTellsTheKeyTheQuestionOrTheAnswerWhenItFails(int status) {
        answer(aResponse().withStatus(status).withBody("%s %s".formatted(KEY, QUESTION)));

        ModelException failure = failure();

        assertThat(failure + " " + failure.getCause()).doesNotContain(KEY).doesNotContain(QUESTION);
    }

    /** The responses in turn, the last one for ever. */
    private static void answer(ResponseDefinitionBuilder... responses) {
        String state = Scenario.STARTED;
        for (int i = 0; i < responses.length; i++) {
            String next = i == responses.length - 1 ? state : "after " + (i + 1);
            SERVER.stubFor(post(PATH)
                    .inScenario("turns")
                    .whenScenarioStateIs(state)
                    .willReturn(responses[i])
                    .willSetStateTo(next));
            state = next;
        }
    }

    private ModelException failure() {
        return failure(model());
    }

    private static ModelException failure(HttpModel model) {
        return catchThrowableOfType(ModelException.class, () -> model.complete(request()));
    }

    private HttpModel model() {
        return model(SERVER.baseUrl() + "/v1", Duration.ofMinutes(1));
    }

    private HttpModel hasty() {
        return model(SERVER.baseUrl() + "/v1", Duration.ofMillis(100));
    }

    private HttpModel model(String url, Duration timeout) {
        return model(new Endpoint(URI.create(url), "large", Optional.of(ApiKey.of(KEY)), timeout, 4));
    }

    private HttpModel model(Endpoint endpoint) {
        return new HttpModel(
                endpoint,
                Optional.of(new Prices(1_000_000, 1_000_000, "flat")),
                new Transport(
                        HttpClient.newHttpClient(),
                        new Retries(3, Duration.ofMillis(500), Duration.ofMinutes(1)),
                        time,
                        () -> 0,
                        time));
    }

    private static ModelRequest request() {
        Message question =
                Message.newBuilder().setRole("user").setContent(QUESTION).build();
        return new ModelRequest(
                TestSeeds.seed(TestSeeds.math()).build(), 0, List.of(question), new Sampling(0.7, null, 100, null));
    }
}
