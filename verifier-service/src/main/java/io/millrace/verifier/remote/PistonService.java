package io.millrace.verifier.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.schemas.model.FaultException;
import io.millrace.schemas.model.JsonEndpoint;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.Transport;
import io.millrace.verifier.code.ExecutionService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An execution service with the interface of Piston: one POST runs one program. */
public final class PistonService implements ExecutionService {

    private static final int MAX_ANSWER = 16 << 20;
    private static final int PLACES = 8;
    private static final JsonMapper JSON = new JsonMapper();

    /** Those that end a process which has done something wrong; a kill comes from outside. */
    private static final Map<String, Integer> SIGNALS = Map.of(
            "SIGILL", 4, "SIGABRT", 6, "SIGBUS", 7, "SIGFPE", 8, "SIGKILL", 9, "SIGSEGV", 11, "SIGXCPU", 24, "SIGSYS",
            31);

    private final JsonEndpoint endpoint;
    private final String version;
    private final Duration patience;

    /**
     * A service at an address.
     *
     * @param address for instance "http://piston:2000"
     * @param version of Python, as the service names it; "*" for any
     * @param patience how long it may take beyond the limits of a program
     */
    public PistonService(URI address, String version, Duration patience, Transport transport) {
        URI execute = URI.create(address.toString().replaceAll("/+$", "") + "/api/v2/execute");
        this.endpoint = new JsonEndpoint(execute, Optional.empty(), patience, PLACES, transport);
        this.version = version;
        this.patience = patience;
    }

    @Override
    public int places() {
        return endpoint.maxConcurrent();
    }

    @Override
    public String interpreter() {
        return "python " + version;
    }

    @Override
    public Execution execute(Submission submission) throws IOException, InterruptedException {
        var allowance = new JsonEndpoint.Allowance(submission.limits().wall().plus(patience), MAX_ANSWER);
        try {
            return endpoint.ask(body(submission), allowance, answer -> execution(submission, answer))
                    .value();
        } catch (ModelException e) {
            throw new IOException(e.errorClass() + ": " + e.getMessage(), e);
        }
    }

    private byte[] body(Submission submission) throws JsonProcessingException {
        ObjectNode body = JSON.createObjectNode();
        body.put("language", "python").put("version", version).put("stdin", submission.input());
        body.put("run_timeout", submission.limits().wall().toMillis());
        body.put("run_cpu_time", submission.limits().cpu().toMillis());
        body.put("run_memory_limit", submission.limits().memoryBytes());
        ArrayNode files = body.putArray("files");
        submission
                .files()
                .forEach(file -> files.addObject().put("name", file.name()).put("content", file.content()));
        return JSON.writeValueAsBytes(body);
    }

    private static Execution execution(Submission submission, byte[] answer) throws FaultException {
        JsonNode run = run(answer);
        if (!run.path("stdout").isTextual()
                || !(run.path("code").isInt() || run.path("signal").isTextual())) {
            throw FaultException.malformed("an answer that is no execution");
        }
        String signal = run.path("signal").asText("");
        Integer number = signal.isEmpty() ? Integer.valueOf(0) : SIGNALS.get(signal);
        long cpu = run.path("cpu_time").asLong(0);
        End end = end(
                run.path("status").asText(""), cpu >= submission.limits().cpu().toMillis());
        if (number == null) {
            throw FaultException.malformed("a process that ended by an unknown signal");
        }
        return new Execution(
                run.path("stdout").asText(),
                end,
                number,
                cpu,
                run.path("memory").asLong(0));
    }

    private static JsonNode run(byte[] answer) throws FaultException {
        try {
            return JSON.readTree(answer).path("run");
        } catch (IOException e) {
            throw FaultException.malformed("the answer is not JSON");
        }
    }

    private static End end(String status, boolean usedUp) throws FaultException {
        return switch (status) {
            case "", "RE", "SG" -> End.BY_ITSELF;
            case "TO" -> usedUp ? End.OUT_OF_CPU_TIME : End.OUT_OF_TIME;
            case "OL", "EL" -> End.OUT_OF_OUTPUT;
            default -> throw FaultException.malformed("the service says of itself that it failed");
        };
    }
}
