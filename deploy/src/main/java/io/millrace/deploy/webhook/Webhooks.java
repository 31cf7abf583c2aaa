package io.millrace.deploy.webhook;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.DisabledEndpoint;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What endpoints on the web were told, are being told or will be. */
public final class Webhooks {

    private final Connection connection;

    public Webhooks(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.WEBHOOKS, Topic.WEBHOOKS_DISABLED));
    }

    /** Every event for every endpoint. */
    public List<Message> all(Instant now) {
        Map<String, DisabledEndpoint> disabled = disabled();
        return deliveries().stream()
                .map(delivery -> message(delivery, disabled.containsKey(delivery.getEndpoint()), now))
                .toList();
    }

    /**
     * Has an event told again to each endpoint that it was for, under its own id.
     *
     * @throws OperatorException if there is no such event
     */
    public List<Message> redeliver(String event, Instant now) {
        List<Delivery> again = deliveries().stream()
                .filter(delivery -> delivery.getEvent().equals(event))
                .map(delivery -> Delivery.newBuilder(delivery)
                        .setFailures(0)
                        .setNotBefore(null)
                        .build())
                .toList();
        if (again.isEmpty()) {
            throw new OperatorException("No endpoint was to be told of this event; see 'millrace webhooks list'.");
        }
        try (var feed = new Feed<>(connection, Topic.WEBHOOKS)) {
            again.forEach(delivery -> feed.send(delivery.getEvent(), delivery));
        }
        Map<String, DisabledEndpoint> disabled = disabled();
        return again.stream()
                .map(delivery -> message(delivery, disabled.containsKey(delivery.getEndpoint()), now))
                .toList();
    }

    /**
     * Lets an endpoint be told of events again.
     *
     * @throws OperatorException if it is not disabled
     */
    public void enable(String endpoint) {
        if (!disabled().containsKey(endpoint)) {
            throw new OperatorException("The endpoint '%s' is not disabled.".formatted(endpoint));
        }
        try (var feed = new Feed<>(connection, Topic.WEBHOOKS_DISABLED)) {
            feed.remove(endpoint);
        }
    }

    private static Message message(Delivery delivery, boolean disabled, Instant now) {
        return new Message(
                delivery.getEvent(),
                delivery.getEndpoint(),
                delivery.getFailures(),
                Optional.ofNullable(delivery.getNotBefore())
                        .filter(now::isBefore)
                        .map(Instant::toString)
                        .orElse(null),
                disabled);
    }

    /** The newest of each event and endpoint: all of one event's are in one partition, in their order. */
    private Collection<Delivery> deliveries() {
        var latest = new LinkedHashMap<List<String>, Delivery>();
        try (var shelf = new Shelf<>(connection, Topic.WEBHOOKS)) {
            shelf.forEachRemaining(entry ->
                    latest.put(List.of(entry.value().getEvent(), entry.value().getEndpoint()), entry.value()));
        }
        return latest.values();
    }

    private Map<String, DisabledEndpoint> disabled() {
        var disabled = new TreeMap<String, DisabledEndpoint>();
        try (var shelf = Shelf.withTombstones(connection, Topic.WEBHOOKS_DISABLED, disabled::remove)) {
            shelf.forEachRemaining(entry -> disabled.put(entry.value().getEndpoint(), entry.value()));
        }
        return disabled;
    }
}
