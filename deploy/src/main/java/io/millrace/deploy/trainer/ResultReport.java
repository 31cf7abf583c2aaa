package io.millrace.deploy.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What the trainer reports of a version: as it trains nothing, how many records of each domain it has seen. A real one reports what its
 * model can do, under an id that is the same however often it begins anew, as the event's is here.
 */
final class ResultReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultReport() {}

    /** Nothing for a version without records. */
    static Optional<JsonNode> of(String event, JsonNode manifest) {
        ObjectNode report = JSON.createObjectNode()
                .put("id", event)
                .put("dataset", manifest.path("dataset").asText())
                .put("version", manifest.path("version").asInt())
                .put("model", "none")
                .put("trainer", "millrace trainer");
        ArrayNode skills = report.putArray("skills");
        manifest.at("/counts/domain")
                .properties()
                .forEach(domain -> skills.addObject()
                        .put("skill", domain.getKey())
                        .put("metric", "records")
                        .put("value", domain.getValue().doubleValue())
                        .put("items", domain.getValue().asLong())
                        .put("share", false));
        return skills.isEmpty() ? Optional.empty() : Optional.of(report);
    }
}
