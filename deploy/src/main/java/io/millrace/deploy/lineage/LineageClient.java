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
import java.util.regex.Pattern;

/** Asks the evaluator where a record comes from. */
public final class LineageClient {

    private static final Pattern ID = Pattern.compile("[cve]-[0-9a-f]{32}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final URI evaluator;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public LineageClient(URI evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * The lineage as the evaluator tells it, which may take it a moment where it has just been started.
     *
     * @param id of a candidate, or of what was said of it
     * @throws OperatorException if there is none or the evaluator does not answer
     */
    public JsonNode find(String id) {
        if (!ID.matcher(id).matches()) {
            throw new OperatorException(
                    "'%s' is not the id of a candidate, a verdict or a decision. Those are c-, v- or e- and 32 hexadecimal digits; seeds have no lineage of their own."
                            .formatted(id));
        }
        URI uri = evaluator.resolve("/api/v1/records/%s/lineage".formatted(id));
        try {
            HttpResponse<byte[]> response = ask(uri);
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

    private HttpResponse<byte[]> ask(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
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
