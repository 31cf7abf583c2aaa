package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.millrace.evaluator.monitor.ResultLedger;
import io.millrace.evaluator.monitor.TopicResults;
import io.millrace.schemas.TrainingResult;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ResultsControllerTest {

    private static final Book BOOK = new Book();

    private final EmbeddedServer server;

    ResultsControllerTest(EmbeddedServer server) {
        this.server = server;
    }

    /** Dataset "sums" with two versions. */
    private static final class Book implements ResultLedger {

        private final List<TrainingResult> results = new ArrayList<>();

        @Override
        public List<TrainingResult> results(String dataset) {
            return List.copyOf(results);
        }

        @Override
        public List<Version> versions(String dataset) {
            return !dataset.equals("sums")
                    ? List.of()
                    : IntStream.of(2, 1)
                            .mapToObj(number -> new Version(
                                    dataset,
                                    number,
                                    "e" + number,
                                    "sums/v0000" + number,
                                    5,
                                    "2030-01-01T00:00:00Z",
                                    List.of(),
                                    new TreeMap<>(Map.of("equations", new Counts(5, 2)))))
                            .toList();
        }

        @Override
        public void add(TrainingResult result) {
            results.add(result);
        }
    }

    @MockBean(TopicResults.class)
    ResultLedger ledger() {
        return BOOK;
    }

    @BeforeEach
    void forget() {
        BOOK.results.clear();
    }

    @Test
    void tellsWhatEachVersionChanged() throws Exception {
        assertThat(report("a", 1, 0.5).statusCode()).isEqualTo(201);
        assertThat(report("b", 2, 0.8).statusCode()).isEqualTo(201);

        JsonNode versions = json(get("sums")).path("versions");

        assertThat(versions.at("/0/version").asInt()).isEqualTo(1);
        assertThat(versions.at("/0/results/0/skills/0/change").isNull()).isTrue();
        assertThat(versions.at("/1/manifest").asText()).isEqualTo("sums/v00002/manifest.json");
        assertThat(versions.at("/1/domains/equations/added").asInt()).isEqualTo(5);
        JsonNode skill = versions.at("/1/results/0/skills/0");
        assertThat(skill.path("skill").asText()).isEqualTo("equations/2");
        assertThat(skill.path("low").asDouble()).isBetween(0.7, 0.8);
        assertThat(skill.at("/change/since").asInt()).isEqualTo(1);
        assertThat(skill.at("/change/difference").asDouble()).isCloseTo(0.3, within(1e-9));
        assertThat(skill.at("/change/beyondChance").asBoolean()).isTrue();
    }

    @Test
    void takesAReportInOnce() throws Exception {
        assertThat(report("a", 1, 0.5).statusCode()).isEqualTo(201);
        assertThat(report("a", 1, 0.5).statusCode()).isEqualTo(200);
        assertThat(report("a", 1, 0.6).statusCode()).isEqualTo(409);

        assertThat(BOOK.results).hasSize(1);
    }

    @Test
    void aVersionThatWasNotAnnouncedIsNotFound() throws Exception {
        assertThat(report("a", 3, 0.5).statusCode()).isEqualTo(404);
        assertThat(get("another").statusCode()).isEqualTo(404);
        assertThat(BOOK.results).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"skills\": <script>",
                "{}",
                "{\"id\":\"<script>\",\"dataset\":\"sums\",\"version\":1,\"model\":\"m\",\"trainer\":\"t\",\"skills\":[]}",
                "{\"id\":\"a\",\"dataset\":\"sums\",\"version\":1,\"model\":\"m\",\"trainer\":\"t\",\"skills\":[{\"skill\":\"<script>\"}]}",
                "{\"id\":\"a\",\"dataset\":\"sums\",\"version\":1,\"model\":\"m\",\"trainer\":\"t\",\"skills\":[null]}",
                "{\"id\":\"a\",\"dataset\":\"sums\",\"version\":\"<script>\",\"model\":\"m\",\"trainer\":\"t\",\"skills\":[]}"
            })
    void whatIsNoReportIsRefused(String body) throws Exception {
        HttpResponse<String> response = post(body, "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(BOOK.results).isEmpty();
    }

    @Test
    void whatIsTooLargeOrFromAFormIsRefused() throws Exception {
        assertThat(post("\"" + "x".repeat(2 << 20) + "\"", "application/json").statusCode())
                .isEqualTo(413);
        assertThat(post("id=a", "application/x-www-form-urlencoded").statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> report(String id, int version, double value) throws Exception {
        return post("""
                {"id":"%s","dataset":"sums","version":%d,"model":"m","trainer":"lab",
                 "skills":[{"skill":"equations/2","metric":"accuracy","value":%s,"items":400,"baseline":0.1}]}
                """.formatted(id, version, value), "application/json");
    }

    private HttpResponse<String> get(String dataset) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.getURI().resolve("/api/v1/training-results/" + dataset)));
    }

    private HttpResponse<String> post(String body, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.getURI().resolve("/api/v1/training-results"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JsonMapper.builder().build().readTree(response.body());
    }
}
