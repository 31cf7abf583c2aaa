package io.millrace.deploy.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the evaluator. */
public final class EvaluatorClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final URI evaluator;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public EvaluatorClient(URI evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * What it answers, which may take it a moment where it has just been started.
     *
     * @throws OperatorException if it refuses or does not answer
     */
    public JsonNode get(String path) {
        return answer(request(path));
    }

    /**
     * What it answers to a body of JSON, which may be sent more than once.
     *
     * @throws OperatorException if it refuses or does not answer
     */
    public JsonNode post(String path, byte[] body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(evaluator.resolve(path)).timeout(PATIENCE);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = ask(request.build());
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != OK && response.statusCode() != CREATED) {
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

    private HttpResponse<byte[]> ask(HttpRequest request) throws IOException, InterruptedException {
        Deadline deadline = Deadline.after(PATIENCE);
        while (true) {
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != UNAVAILABLE || deadline.passed()) {
                    return response;
                }
            } catch (IOException e) {
                if (deadline.passed()) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
