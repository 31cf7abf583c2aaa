package io.millrace.evaluator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.evaluator.http.Snapshot.Version;
import java.io.IOException;
import java.util.Optional;

/** Reads what the dashboard shows out of the events that announce versions of datasets. */
final class RetrainingEvents {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RetrainingEvents() {}

    /** Empty for what is no such event. */
    static Optional<Version> read(byte[] json) {
        try {
            return version(MAPPER.readTree(json));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Version> version(JsonNode event) {
        JsonNode manifest = event.path("data").path("manifest");
        if (!event.path("id").isTextual() || !manifest.path("version").isInt()) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                event.path("id").asText(),
                event.path("subject").asText(),
                manifest.path("version").asInt(),
                manifest.path("records").asLong(),
                event.path("time").asText()));
    }
}
