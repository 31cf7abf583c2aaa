package io.millrace.evaluator.stream;

import io.millrace.schemas.wire.RecordSerde;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A record in the bytes that it travels in, which nobody decodes who need not look into it. */
final class Encoded<V extends SpecificRecord> {

    private final byte[] bytes;
    private final RecordSerde<V> own;

    private Encoded(byte[] bytes, RecordSerde<V> own) {
        this.bytes = bytes;
        this.own = own;
    }

    static <V extends SpecificRecord> Encoded<V> of(V value, RecordSerde<V> own) {
        return new Encoded<>(own.encode(value), own);
    }

    /** The same with a change. */
    Encoded<V> with(UnaryOperator<V> change) {
        return of(change.apply(own.decode(bytes)), own);
    }

    record Format<V extends SpecificRecord>(RecordSerde<V> own) implements Serde<Encoded<V>> {

        @Override
        public Serializer<Encoded<V>> serializer() {
            return (topic, encoded) -> encoded == null ? null : encoded.bytes;
        }

        @Override
        public Deserializer<Encoded<V>> deserializer() {
            return (topic, bytes) -> bytes == null ? null : new Encoded<>(bytes, own);
        }
    }
}
