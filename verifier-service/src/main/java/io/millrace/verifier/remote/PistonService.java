package io.millrace.verifier.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.verifier.code.ExecutionService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An execution service with the interface of Piston: one POST runs one program. */
public final class PistonService implements ExecutionService {

    private static final int MAX_ANSWER = 16 << 20;
    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();

    /** Those that end a process which has done something wrong; a kill comes from outside. */
    private static final Map<String, Integer> SIGNALS = Map.of(
            "SIGILL", 4, "SIGABRT", 6, "SIGBUS", 7, "SIGFPE", 8, "SIGKILL", 9, "SIGSEGV", 11, "SIGXCPU", 24, "SIGSYS",
            31);

    private final HttpClient http;
    private final URI endpoint;
    private final String version;
    private final Duration patience;

    /**
     * A service at an address.
     *
     * @param address for instance "http://piston:2000"
     * @param version of Python, as the service names it; "*" for any
     * @param patience how long it may take beyond the limits of a program
     */
    public PistonService(HttpClient http, URI address, String version, Duration patience) {
        this.http = http;
        this.endpoint = URI.create(address.toString().replaceAll("/+$", "") + "/api/v2/execute");
        this.version = version;
        this.patience = patience;
    }

    @Override
    public String interpreter() {
        return "python " + version;
    }

    @Override
    public Execution execute(Submission submission) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(submission)))
                .build();
        Duration deadline = submission.limits().wall().plus(patience);
        return execution(submission, JSON.readTree(answer(request, deadline)).path("run"));
    }

    private String body(Submission submission) throws JsonProcessingException {
        ObjectNode body = JSON.createObjectNode();
        body.put("language", "python").put("version", version).put("stdin", submission.input());
        body.put("run_timeout", submission.limits().wall().toMillis());
        body.put("run_cpu_time", submission.limits().cpu().toMillis());
        body.put("run_memory_limit", submission.limits().memoryBytes());
        ArrayNode files = body.putArray("files");
        submission
                .files()
                .forEach(file -> files.addObject().put("name", file.name()).put("content", file.content()));
        return JSON.writeValueAsString(body);
    }

    /** The whole answer by a deadline: a body that never ends is as bad as none. */
    private byte[] answer(HttpRequest request, Duration deadline) throws IOException, InterruptedException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            HttpResponse<byte[]> response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException slow) {
            throw new IOException("no answer within " + deadline, slow);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static Execution execution(Submission submission, JsonNode run) throws IOException {
        if (!run.path("stdout").isTextual()
                || !(run.path("code").isInt() || run.path("signal").isTextual())) {
            throw new IOException("an answer that is no execution");
        }
        String signal = run.path("signal").asText("");
        Integer number = signal.isEmpty() ? Integer.valueOf(0) : SIGNALS.get(signal);
        long cpu = run.path("cpu_time").asLong(0);
        End end = end(
                run.path("status").asText(""), cpu >= submission.limits().cpu().toMillis());
        if (number == null) {
            throw new IOException("a process that ended by an unknown signal");
        }
        return new Execution(
                run.path("stdout").asText(),
                end,
                number,
                cpu,
                run.path("memory").asLong(0));
    }

    private static End end(String status, boolean usedUp) throws IOException {
        return switch (status) {
            case "", "RE", "SG" -> End.BY_ITSELF;
            case "TO" -> usedUp ? End.OUT_OF_CPU_TIME : End.OUT_OF_TIME;
            case "OL", "EL" -> End.OUT_OF_OUTPUT;
            default -> throw new IOException("the service says of itself that it failed");
        };
    }
}
