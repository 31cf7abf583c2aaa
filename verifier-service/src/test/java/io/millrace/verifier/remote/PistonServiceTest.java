package io.millrace.verifier.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.millrace.schemas.model.Retries;
import io.millrace.schemas.model.Transport;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.Case;
import io.millrace.verifier.code.Interpreter;
import io.millrace.verifier.code.Job;
import io.millrace.verifier.code.Language;
import io.millrace.verifier.code.Limits;
import io.millrace.verifier.code.RemoteSandbox;
import io.millrace.verifier.code.Run;
import io.millrace.verifier.code.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PistonServiceTest {

    private static final String PATH = "/api/v2/execute";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Limits LIMITS = new Limits(Duration.ofMillis(10), 64L << 20, 1L << 20);
    private static final Job SUM = new Job(
            Language.PYTHON,
            "print(sum(map(int, input().split())))",
            "",
            "",
            "",
            LIMITS,
            List.of(new Case("1 2\n", "3\n")));
    private static final Job SQUARE = new Job("def f(x): return x * x", "assert f(3) == 97531", "f", "", LIMITS);

    @TempDir
    private Path directory;

    private WireMockServer server;
    private RemoteSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        server = new WireMockServer(options().dynamicPort());
        server.start();
        // Less patience than the limits ask for, so that a slow answer need not be waited for.
        var transport = Transport.of(new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ofSeconds(1));
        sandbox = new RemoteSandbox(
                new PistonService(URI.create(server.baseUrl()), "3.11.0", Duration.ofSeconds(-4), transport));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "stdout":"3\\n","code":0,"signal":null                                     | ACCEPTED
            "stdout":"3","code":1,"signal":null                                        | ACCEPTED
            "stdout":"33","code":0,"signal":null                                       | WRONG_ANSWER
            "stdout":"","code":0,"signal":null                                         | WRONG_ANSWER
            "stdout":"3","code":null,"signal":"SIGSEGV","status":"SG"                  | CRASHED
            "stdout":"3","code":null,"signal":"SIGKILL","status":"TO","cpu_time":12    | CPU_LIMIT
            "stdout":"3","code":null,"signal":"SIGKILL","status":"OL"                  | OUTPUT_LIMIT
            """)
    void readsWhatBecameOfACommand(String run, Reason expected) throws Exception {
        answer(okJson("{\"language\":\"python\",\"version\":\"3.11.0\",\"run\":{" + run + "}}"));

        Run judged = sandbox.run(SUM);

        assertThat(judged.reason()).as(judged.text()).isEqualTo(expected);
        assertThat(judged.isolation()).isEqualTo("remote");
        assertThat(judged.interpreter()).isEqualTo("python 3.11.0");
        server.verify(postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$.language"))
                .withRequestBody(matchingJsonPath("$[?(@.run_cpu_time == 10)]"))
                .withRequestBody(matchingJsonPath("$[?(@.stdin == '1 2\\n')]")));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("an error of its own", aResponse().withStatus(500)),
                Arguments.of("overload", aResponse().withStatus(429)),
                Arguments.of("an unknown interpreter", aResponse().withStatus(400)),
                Arguments.of("no JSON", aResponse().withBody("<html>")),
                Arguments.of("half an answer", okJson("{\"run\":{\"stdout\":\"3\"")),
                Arguments.of("no execution", okJson("{\"message\":\"runtime is unknown\"}")),
                Arguments.of("no output", okJson("{\"run\":{\"code\":0}}")),
                Arguments.of("no end", okJson("{\"run\":{\"stdout\":\"3\",\"code\":null,\"signal\":null}}")),
                Arguments.of("its own failure", okJson("{\"run\":{\"stdout\":\"3\",\"code\":0,\"status\":\"XX\"}}")),
                Arguments.of(
                        "too little CPU time in too long",
                        okJson("{\"run\":{\"stdout\":\"3\",\"signal\":\"SIGKILL\",\"status\":\"TO\",\"cpu_time\":1}}")),
                Arguments.of(
                        "no CPU time told of too long a run",
                        okJson("{\"run\":{\"stdout\":\"3\",\"signal\":\"SIGKILL\",\"status\":\"TO\"}}")),
                Arguments.of("a kill from outside", okJson("{\"run\":{\"stdout\":\"3\",\"signal\":\"SIGKILL\"}}")),
                Arguments.of("a signal that is none", okJson("{\"run\":{\"stdout\":\"3\",\"signal\":\"SIGODD\"}}")),
                Arguments.of("a lost connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("too much", aResponse().withBody(new byte[17 << 20])),
                Arguments.of("too late", okJson("{}").withFixedDelay(3_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failsWithoutAVerdict(String name, ResponseDefinitionBuilder response) {
        answer(response);

        assertThatThrownBy(() -> sandbox.run(SUM)).isInstanceOf(SandboxException.class);
    }

    @Test
    void triesAServiceThatFailsAgain() {
        answer(aResponse().withStatus(500));

        assertThatThrownBy(() -> sandbox.run(SUM)).hasMessageContaining("status 500");
        server.verify(3, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void judgesWhatFunctionsReturnAndKeepsWhatIsExpected() throws Exception {
        answer(okJson("{\"run\":{\"stdout\":\"\",\"code\":0,\"signal\":null}}"));
        sandbox.run(SQUARE);
        String request = server.getAllServeEvents().getFirst().getRequest().getBodyAsString();
        String output = runLocally(JSON.readTree(request));
        answer(okJson(JSON.createObjectNode()
                .set("run", JSON.createObjectNode().put("stdout", output).put("code", 0))
                .toString()));

        Run judged = sandbox.run(SQUARE);

        assertThat(judged.reason()).isEqualTo(Reason.WRONG_ANSWER);
        assertThat(judged.text()).isEqualTo("assertion 1 of 1, line 1: failed: the program returned 9");
        assertThat(request).doesNotContain("97531");
        assertThat(sandbox.run(new Job(SQUARE.program(), "assert f(3) == 9", "f", "", LIMITS))
                        .reason())
                .isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void runsNoTestsBesideAProgramThatCouldReachThem() throws Exception {
        Run run = sandbox.run(new Job(SQUARE.program(), "import math\nassert f(3) == 9", "f", "", LIMITS));

        assertThat(run.reason()).isEqualTo(Reason.UNSUPPORTED_TASK);
        server.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(post(PATH).willReturn(response));
    }

    /** Does what the service would do with a submission. */
    private String runLocally(JsonNode submission) throws Exception {
        for (JsonNode file : submission.get("files")) {
            Files.writeString(
                    directory.resolve(file.get("name").asText()),
                    file.get("content").asText());
        }
        Path main = directory.resolve(submission.at("/files/0/name").asText());
        Process process = new ProcessBuilder(Interpreter.find(null).toString(), main.toString()).start();
        try (var input = process.outputWriter()) {
            input.write(submission.get("stdin").asText());
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
