package io.millrace.evaluator.monitor;

import io.millrace.evaluator.webhook.Endpoint;
import io.millrace.schemas.DisabledEndpoint;
import java.util.List;
import java.util.Map;

/** The endpoints that want to be told nothing more, as their topic says. Safe for use by several threads. */
public final class DisabledEndpoints implements AutoCloseable {

    private final TopicTable<DisabledEndpoint> table;
    private volatile Map<String, DisabledEndpoint> known = Map.of();

    public DisabledEndpoints(TopicTable<DisabledEndpoint> table) {
        this.table = table;
    }

    /**
     * Whether an endpoint is one of them now; one that got another address is not.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    public boolean has(Endpoint endpoint) {
        known = table.look();
        return knows(endpoint);
    }

    /** Whether an endpoint was one of them when it was last asked for. */
    public boolean knows(Endpoint endpoint) {
        DisabledEndpoint disabled = known.get(endpoint.name());
        return disabled != null && disabled.getUrl().equals(endpoint.url().toString());
    }

    /** The names of all that were known when one was last asked for. */
    public List<String> names() {
        return known.keySet().stream().sorted().toList();
    }

    @Override
    public void close() {
        table.close();
    }
}
