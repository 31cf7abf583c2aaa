package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;

import io.millrace.evaluator.policy.Canary;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.FalseAccept;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.Planted;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Closes a check's gate when a wrong record that was planted for it is accepted, in the transaction that decides on the record. */
final class CloseGate extends ContextualProcessor<String, Evaluated, String, Gate> {

    /** Check to the time at which it last rejected a wrong one, in milliseconds. */
    static final String REJECTIONS = "planted-rejections";

    /** Check to its gate, of all partitions; behind by as long as a record needs to come back from the topic. */
    static final String GATES = "gates";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, Long> rejections;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private TimestampedKeyValueStore<String, Gate> gates;

    @Override
    public void init(ProcessorContext<String, Gate> context) {
        super.init(context);
        rejections = context.getStateStore(REJECTIONS);
        gates = context.getStateStore(GATES);
    }

    @Override
    public void process(Record<String, Evaluated> record) {
        Verified verified = record.value().getVerified();
        @Nullable Planted planted = verified.getPlanted();
        if (planted == null || planted.getRight()) {
            return;
        }
        if (Canary.of(verified) == Canary.FALSE_ACCEPT) {
            // Written again while it is closed: it may have been opened a moment ago.
            Gate gate = closed(planted.getCheck()).orElseGet(() -> close(record.value(), planted, record.timestamp()));
            context().forward(new Record<>(gate.getCheck(), gate, record.timestamp()));
        } else if (verified.getVerdict() == VerdictKind.REJECTED) {
            rejections.put(
                    planted.getCheck(), verified.getProvenance().getCreatedAt().toEpochMilli());
        }
    }

    /** The first false accept is the one to be named, for as long as its gate is closed. */
    private Optional<Gate> closed(String check) {
        return Optional.ofNullable(ValueAndTimestamp.getValueOrNull(gates.get(check)))
                .filter(gate -> gate.getStatus() == GateStatus.CLOSED);
    }

    private Gate close(Evaluated evaluated, Planted planted, long now) {
        @Nullable Long rejected = rejections.get(planted.getCheck());
        FalseAccept falseAccept = FalseAccept.newBuilder()
                .setProbe(planted.getProbe())
                .setCandidateId(evaluated.getVerified().getCandidate().getId())
                .setPlace(requireNonNull(evaluated.getProvenance().getReadFrom()))
                .setLastRejectedAt(rejected == null ? null : Instant.ofEpochMilli(rejected))
                .build();
        return Gate.newBuilder()
                .setCheck(planted.getCheck())
                .setStatus(GateStatus.CLOSED)
                .setSince(Instant.ofEpochMilli(now))
                .setFalseAccept(falseAccept)
                .build();
    }
}
