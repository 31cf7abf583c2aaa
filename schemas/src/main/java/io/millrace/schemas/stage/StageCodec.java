package io.millrace.schemas.stage;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.SchemaIds;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Turns Kafka's bytes into a stage's inputs, and its outputs into bytes. */
final class StageCodec<V extends SpecificRecord> {

    private final StageDefinition<V> definition;
    private final InstantSource clock;
    private final RecordSerde<V> input;
    private final Map<Topic<?>, RecordSerde<?>> serdes;

    StageCodec(StageDefinition<V> definition, SchemaIds ids, InstantSource clock) {
        this.definition = definition;
        this.clock = clock;
        this.input = new RecordSerde<>(definition.input(), ids);
        this.serdes = definition.records().stream()
                .distinct()
                .collect(Collectors.toMap(topic -> topic, topic -> new RecordSerde<>(topic, ids)));
    }

    void register() {
        serdes.values().forEach(RecordSerde::register);
    }

    /**
     * Reads one record.
     *
     * @throws SerializationException if it is none of ours
     * @throws RegistryException if its schema cannot be had now
     */
    Input<V> read(ConsumerRecord<byte[], byte[]> raw) {
        if (raw.value() == null) {
            throw new SerializationException("The record has no value");
        }
        try {
            return new Input<>(key(raw), input.decode(raw.value()), coordinates(raw));
        } catch (RegistryException e) {
            if (e.retriable()) {
                throw e;
            }
            throw new SerializationException("The record names a schema that the registry does not have", e);
        }
    }

    /** The outputs of one record as bytes; what cannot be written makes the whole record a dead letter. */
    List<ProducerRecord<byte[], byte[]>> write(ConsumerRecord<byte[], byte[]> raw, List<Output> outputs) {
        try {
            return outputs.stream().map(output -> write(raw, output)).toList();
        } catch (SerializationException e) {
            return List.of(write(raw, Output.Failure.of(e)));
        }
    }

    private ProducerRecord<byte[], byte[]> write(ConsumerRecord<byte[], byte[]> raw, Output output) {
        return switch (output) {
            case Output.OfRecord<?> record -> bounded(record.topic().name(), record.key(), encode(record));
            case Output.OfText text -> bounded(text.topic(), text.key(), utf8(text.text()));
            case Output.Failure failure -> deadLetter(raw, failure);
        };
    }

    private ProducerRecord<byte[], byte[]> deadLetter(ConsumerRecord<byte[], byte[]> raw, Output.Failure failure) {
        Topic<DeadLetter> topic = definition.input().deadLetters();
        DeadLetter letter =
                Letters.of(coordinates(raw), raw.key(), raw.value(), definition.name(), failure, clock.instant());
        byte[] bytes = encode(new Output.OfRecord<>(topic, "", letter));
        return new ProducerRecord<>(topic.name(), letter.getKey() == null ? null : raw.key(), bytes);
    }

    private <R extends SpecificRecord> byte[] encode(Output.OfRecord<R> output) {
        RecordSerde<?> serde = Optional.<RecordSerde<?>>ofNullable(serdes.get(output.topic()))
                .orElseThrow(() -> new SerializationException(
                        "The stage does not declare " + output.topic().name()));
        // The map holds for each topic the serde that was made from that very topic.
        @SuppressWarnings("unchecked")
        var own = (RecordSerde<R>) serde;
        return own.encode(output.value());
    }

    private static ProducerRecord<byte[], byte[]> bounded(String topic, String key, byte[] value) {
        if (value.length > TopicSettings.maxRecordBytes()) {
            throw new SerializationException("A record for %s would take %d bytes, more than the %d that are allowed"
                    .formatted(topic, value.length, TopicSettings.maxRecordBytes()));
        }
        return new ProducerRecord<>(topic, utf8(key), value);
    }

    private static Coordinates coordinates(ConsumerRecord<?, ?> raw) {
        return new Coordinates(raw.topic(), raw.partition(), raw.offset());
    }

    private static String key(ConsumerRecord<byte[], ?> raw) {
        return raw.key() == null ? "" : new String(raw.key(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
