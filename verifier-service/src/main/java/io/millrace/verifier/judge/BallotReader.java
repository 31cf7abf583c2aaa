package io.millrace.verifier.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code {"seal":"…","answers":{"1":true,…}}}, bare or within one code fence, and nothing else. */
final class BallotReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BallotReader() {}

    static Ballot read(String text, String seal, Questionnaire questionnaire) {
        JsonNode json;
        try {
            json = JSON.readTree(unfenced(text.strip()));
        } catch (JsonProcessingException e) {
            return new Ballot.Spoilt("its answer is not JSON");
        }
        if (!seal.equals(json.path("seal").textValue())) {
            return new Ballot.Spoilt("its answer does not bear the seal");
        }
        List<Boolean> answers = new ArrayList<>();
        for (int number = 1; number <= questionnaire.items().size(); number++) {
            JsonNode answer = json.path("answers").path(Integer.toString(number));
            if (!answer.isBoolean()) {
                return new Ballot.Spoilt("an answer is missing");
            }
            answers.add(answer.booleanValue());
        }
        return questionnaire.passesControls(answers)
                ? new Ballot.Valid(questionnaire.byCriterion(answers))
                : new Ballot.Spoilt("a control question was answered wrongly");
    }

    private static String unfenced(String text) {
        boolean fenced = text.startsWith("```") && text.endsWith("```") && text.indexOf('\n') > 0;
        return fenced ? text.substring(text.indexOf('\n'), text.length() - 3) : text;
    }
}
