package io.millrace.evaluator.stream;

import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.stage.Letters;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Writes down what the evaluator could not process. */
public final class DeadLetters {

    private static final String SERVICE = "evaluator";

    private final StageCounters counters;
    private final Map<String, Target> byTopic;
    private final RecordSerde<Evaluated> evaluated;
    private final RecordSerde<Verified> verified;

    public DeadLetters(SchemaIds ids, StageCounters counters) {
        this.counters = counters;
        byTopic = Stream.of(Topic.VERIFIED, Topic.EVALUATED, Topic.WITHDRAWALS, Topic.REVIEWS)
                .collect(Collectors.toMap(Topic::name, topic -> Target.of(topic.deadLetters(), ids)));
        evaluated = new RecordSerde<>(Topic.EVALUATED, ids);
        verified = new RecordSerde<>(Topic.VERIFIED, ids);
    }

    void register() {
        byTopic.values().forEach(target -> target.serde().register());
    }

    /** Whether what fails on this topic has dead letters. */
    boolean keptFor(String topic) {
        return byTopic.containsKey(topic);
    }

    /** The letter of a record that was read at a place, with its bytes as they were. */
    ProducerRecord<byte[], byte[]> letter(
            String topic, Origin place, byte @Nullable [] key, byte @Nullable [] value, Exception cause, Instant at) {
        Target target = byTopic.get(topic);
        if (target == null) {
            throw new IllegalArgumentException("no dead letters are kept for " + topic);
        }
        counters.deadLettered();
        DeadLetter letter = Letters.of(place.on(topic), key, value, SERVICE, Output.Failure.of(cause), at);
        return new ProducerRecord<>(
                target.topic(),
                null,
                at.toEpochMilli(),
                letter.getKey() == null ? null : key,
                target.serde().encode(letter));
    }

    /** What a draft was made of, so that it can be tried again; bytes that are no draft as they are. */
    byte[] verifiedIn(byte[] draft) {
        try {
            return verified.encode(evaluated.decode(draft).getVerified());
        } catch (SerializationException e) {
            return draft;
        }
    }

    private record Target(String topic, RecordSerde<DeadLetter> serde) {

        static Target of(Topic<DeadLetter> topic, SchemaIds ids) {
            return new Target(topic.name(), new RecordSerde<>(topic, ids));
        }
    }
}
