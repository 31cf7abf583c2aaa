package io.millrace.deploy.gate;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.Opening;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The gates of all checks; a check that never accepted what it must not has none. */
public final class Gates {

    private final Connection connection;

    public Gates(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.GATE));
    }

    public List<CheckGate> all() {
        return read().values().stream().map(CheckGate::of).toList();
    }

    /**
     * Opens a closed gate.
     *
     * @throws OperatorException if it is not closed
     */
    public CheckGate open(String check, Opening opening, Instant at) {
        Gate gate = read().get(check);
        if (gate == null || gate.getStatus() == GateStatus.OPEN) {
            throw new OperatorException("The gate of '%s' is not closed.".formatted(check));
        }
        Gate opened = Gate.newBuilder(gate)
                .setStatus(GateStatus.OPEN)
                .setSince(at)
                .setOpening(opening)
                .build();
        try (var feed = new Feed<>(connection, Topic.GATE)) {
            feed.send(check, opened);
        }
        return CheckGate.of(opened);
    }

    /** What the topic says last of each check: all of one check's records are in one partition, in their order. */
    private SortedMap<String, Gate> read() {
        var latest = new TreeMap<String, Gate>();
        try (var shelf = new Shelf<>(connection, Topic.GATE)) {
            shelf.forEachRemaining(entry -> latest.put(entry.value().getCheck(), entry.value()));
        }
        return latest;
    }
}
