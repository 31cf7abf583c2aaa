package io.millrace.evaluator.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.evaluator.dataset.Manifest;
import io.millrace.evaluator.monitor.ResultLedger.Counts;
import io.millrace.evaluator.monitor.ResultLedger.Version;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads what is told of versions out of the events that announce them. */
public final class Announcements {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Announcements() {}

    /** Empty for what is no such event. */
    public static Optional<Version> read(byte[] json) {
        try {
            return version(MAPPER.readTree(json));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Version> version(JsonNode event) {
        JsonNode data = event.path("data");
        JsonNode manifest = data.path("manifest");
        if (!event.path("id").isTextual() || !manifest.path("version").isInt()) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                event.path("subject").asText(),
                manifest.path("version").asInt(),
                event.path("id").asText(),
                data.path("directory").asText(),
                manifest.path("records").asLong(),
                event.path("time").asText(),
                ranges(manifest),
                domains(manifest)));
    }

    private static List<Manifest.Range> ranges(JsonNode manifest) {
        return StreamSupport.stream(manifest.at("/origin/ranges").spliterator(), false)
                .map(range -> new Manifest.Range(
                        range.path("partition").asInt(),
                        range.path("from").asLong(),
                        range.path("to").asLong(),
                        range.path("count").asLong()))
                .toList();
    }

    /** A version that is compared with none has nothing but its own counts. */
    private static SortedMap<String, Counts> domains(JsonNode manifest) {
        var domains = new TreeMap<String, Counts>();
        manifest.at("/counts/domain")
                .properties()
                .forEach(domain -> domains.put(
                        domain.getKey(), new Counts(domain.getValue().asLong(), 0)));
        manifest.at("/changes/domain")
                .properties()
                .forEach(domain -> domains.put(
                        domain.getKey(),
                        new Counts(
                                domain.getValue().path("added").asLong(),
                                domain.getValue().path("before").asLong())));
        return domains;
    }
}
