package io.millrace.schemas.stage;

import io.millrace.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/** One record to write. All outputs of one input become visible together, or none does. */
public sealed interface Output {

    String topic();

    String key();

    /** A record in Avro. */
    record OfRecord<V extends SpecificRecord>(Topic<V> to, String key, V value) implements Output {

        @Override
        public String topic() {
            return to.name();
        }
    }

    /** A text, for instance JSON. */
    record OfText(String topic, String key, String text) implements Output {}

    static <V extends SpecificRecord> Output of(Topic<V> to, String key, V value) {
        return new OfRecord<>(to, key, value);
    }
}
