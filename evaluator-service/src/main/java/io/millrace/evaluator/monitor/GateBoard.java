package io.millrace.evaluator.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.FalseAccept;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The gates of all checks, followed in their topic; raises the alarm when one is closed. Safe for use by several threads. */
public final class GateBoard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GateBoard.class);

    private final TopicTable<Gate> table;
    private volatile @Nullable List<Gate> closed;

    /**
     * A board that has looked at nothing yet.
     *
     * @param consumers opens one without partitions
     * @param decoder gives nothing for a value that cannot be read
     */
    public GateBoard(Supplier<Consumer<byte[], byte[]>> consumers, Function<byte[], Optional<Gate>> decoder) {
        this.table = new TopicTable<>(Topic.GATE.name(), consumers, decoder);
    }

    /** Lets the registry know whether every gate is open; it is told neither before the first look. */
    public void measure(MeterRegistry registry) {
        Gauge.builder(
                        Metrics.GATE_OPEN,
                        this,
                        board -> board.known().map(GateBoard::open).orElse(Double.NaN))
                .register(registry);
    }

    /** The closed gates as they were when last looked at; empty until then. */
    public Optional<List<Gate>> known() {
        return Optional.ofNullable(closed);
    }

    /**
     * Looks at the gates.
     *
     * @return those that are closed, by everything that has been committed by now
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    public synchronized List<Gate> look() {
        List<Gate> now = table.look().values().stream()
                .filter(gate -> gate.getStatus() == GateStatus.CLOSED)
                .sorted(Comparator.comparing(Gate::getCheck))
                .toList();
        tell(known().orElse(List.of()), now);
        closed = now;
        return now;
    }

    @Override
    public void close() {
        table.close();
    }

    private static double open(List<Gate> closed) {
        return closed.isEmpty() ? 1 : 0;
    }

    private static void tell(List<Gate> before, List<Gate> now) {
        now.stream()
                .filter(gate -> !before.contains(gate))
                .forEach(gate -> about(LOG.atError(), gate)
                        .log("a wrong record that was planted was accepted; no retraining event goes out until"
                                + " 'millrace gate open' is called for this check"));
        before.stream()
                .filter(gate -> now.stream().noneMatch(other -> other.getCheck().equals(gate.getCheck())))
                .forEach(gate ->
                        LOG.atWarn().addKeyValue("check", gate.getCheck()).log("the gate was opened"));
    }

    private static LoggingEventBuilder about(LoggingEventBuilder event, Gate gate) {
        event = event.addKeyValue("check", gate.getCheck()).addKeyValue("since", gate.getSince());
        @Nullable FalseAccept falseAccept = gate.getFalseAccept();
        return falseAccept == null
                ? event
                : event.addKeyValue("probe", falseAccept.getProbe())
                        .addKeyValue("candidateId", falseAccept.getCandidateId())
                        .addKeyValue("place", falseAccept.getPlace())
                        .addKeyValue("suspectSince", falseAccept.getLastRejectedAt());
    }
}
