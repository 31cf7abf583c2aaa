package io.millrace.evaluator.stream;

import io.millrace.schemas.wire.RecordSerde;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A record with the bytes it was read from, as which it can travel on without being encoded again. */
final class Received<V extends SpecificRecord> {

    private final V value;
    private final byte[] bytes;

    private Received(V value, byte[] bytes) {
        this.value = value;
        this.bytes = bytes;
    }

    /** A record that was not read but made here. */
    static <V extends SpecificRecord> Received<V> of(V value, RecordSerde<V> own) {
        return new Received<>(value, own.encode(value));
    }

    V value() {
        return value;
    }

    /** Reads as a record's own format does, and writes what was read. */
    record Format<V extends SpecificRecord>(RecordSerde<V> own) implements Serde<Received<V>> {

        @Override
        public Serializer<Received<V>> serializer() {
            return (topic, received) -> received == null ? null : received.bytes;
        }

        @Override
        public Deserializer<Received<V>> deserializer() {
            return (topic, bytes) -> bytes == null ? null : new Received<>(own.decode(bytes), bytes);
        }
    }
}
