package io.millrace.verifier.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.model.FaultException;
import io.millrace.schemas.model.JsonEndpoint;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Consultation;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;

/** Whether a classifier or reward model of somebody else's scores a conversation high enough. */
public final class RemoteScore implements Check {

    private static final JsonMapper JSON = new JsonMapper();

    private final ScoreScale scale;
    private final JsonEndpoint endpoint;

    public RemoteScore(ScoreScale scale, JsonEndpoint endpoint) {
        this.scale = scale;
        this.endpoint = endpoint;
    }

    @Override
    public String name() {
        return "remote-score";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(scale.url().toString(), scale.at().toString(), Double.toString(scale.least()));
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return true;
    }

    @Override
    public OptionalInt places() {
        return OptionalInt.of(endpoint.maxConcurrent());
    }

    @Override
    public Verdict apply(Candidate candidate) {
        return Consultation.verdict(
                () -> judge(endpoint.ask(question(candidate), this::score).value()));
    }

    private Verdict judge(double score) {
        var evidence = new Evidence(
                "a score of %s, of %s at least".formatted(score, scale.least()),
                null,
                null,
                Map.of("score", Double.toString(score)));
        return score >= scale.least() ? new Verdict.Pass(evidence) : new Verdict.Fail(Reason.LOW_SCORE, evidence);
    }

    private double score(byte[] body) throws FaultException {
        JsonNode score;
        try {
            score = JSON.readTree(body).at(scale.at());
        } catch (IOException e) {
            throw FaultException.malformed("the answer is not JSON");
        }
        if (!score.isNumber() || !Double.isFinite(score.doubleValue())) {
            throw FaultException.malformed("the answer holds no number at " + scale.at());
        }
        return score.doubleValue();
    }

    private static byte[] question(Candidate candidate) {
        ObjectNode question = JSON.createObjectNode();
        ArrayNode messages = question.putArray("messages");
        for (Message message : candidate.getMessages()) {
            messages.addObject().put("role", message.getRole()).put("content", message.getContent());
        }
        try {
            return JSON.writeValueAsBytes(question);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
