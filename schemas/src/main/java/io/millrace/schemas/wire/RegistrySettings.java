package io.millrace.schemas.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the schema registry is. Without settings of its own, Confluent's client would wait for an answer for ever.
 *
 * @param urls base URLs of the Confluent-compatible API, tried in turn
 * @param client further settings of Confluent's client, for instance {@code basic.auth.user.info} or {@code
 *     schema.registry.ssl.truststore.location}
 */
public record RegistrySettings(List<String> urls, Map<String, String> client) {

    private static final Map<String, String> USUAL =
            Map.of("http.connect.timeout.ms", "5000", "http.read.timeout.ms", "20000");

    public RegistrySettings {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("millrace.registry.url is empty");
        }
        urls = List.copyOf(urls);
        Map<String, String> settings = new HashMap<>(USUAL);
        settings.putAll(client);
        client = Map.copyOf(settings);
    }

    /** Leaves the client's settings out: they hold passwords. */
    @Override
    public String toString() {
        return "RegistrySettings" + urls;
    }
}
