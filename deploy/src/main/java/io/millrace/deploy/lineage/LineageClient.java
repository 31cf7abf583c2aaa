package io.millrace.deploy.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the evaluator where a record comes from. */
public final class LineageClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final URI evaluator;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public LineageClient(URI evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * The lineage as the evaluator tells it.
     *
     * @param id of a candidate, or of what was said of it
     * @throws OperatorException if there is none or the evaluator does not answer
     */
    public JsonNode find(String id) {
        URI uri = evaluator.resolve(
                "/api/v1/records/%s/lineage".formatted(URLEncoder.encode(id, StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != OK) {
                throw new OperatorException(answer.path("detail")
                        .asText("The evaluator answered with status " + response.statusCode() + "."));
            }
            return answer;
        } catch (IOException e) {
            throw new OperatorException("The evaluator at %s does not answer.".formatted(evaluator), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted.", e);
        }
    }
}
