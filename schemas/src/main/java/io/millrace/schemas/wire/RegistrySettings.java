package io.millrace.schemas.wire;

import java.util.List;
import java.util.Map;

/**
 * Where the schema registry is.
 *
 * @param urls base URLs of the Confluent-compatible API, tried in turn
 * @param client further settings of Confluent's client, for instance {@code basic.auth.user.info} or {@code
 *     schema.registry.ssl.truststore.location}
 */
public record RegistrySettings(List<String> urls, Map<String, String> client) {

    public RegistrySettings {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("millrace.registry.url is empty");
        }
        urls = List.copyOf(urls);
        client = Map.copyOf(client);
    }

    /** Leaves the client's settings out: they hold passwords. */
    @Override
    public String toString() {
        return "RegistrySettings" + urls;
    }
}
