package io.millrace.evaluator.stream;

import io.millrace.evaluator.dedup.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** What is remembered of a kept candidate. */
record Kept(String dataset, String candidateId, Fingerprint fingerprint) {

    /** Texts with their lengths in front, then the fingerprint. */
    static final class Format implements Serde<Kept> {

        @Override
        public Serializer<Kept> serializer() {
            return (topic, kept) -> kept == null ? null : write(kept);
        }

        @Override
        public Deserializer<Kept> deserializer() {
            return (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
        }

        private static byte[] write(Kept kept) {
            byte[] dataset = kept.dataset.getBytes(StandardCharsets.UTF_8);
            byte[] id = kept.candidateId.getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes =
                    ByteBuffer.allocate(2 * Integer.BYTES + dataset.length + id.length + kept.fingerprint.bytes());
            bytes.putInt(dataset.length).put(dataset).putInt(id.length).put(id);
            kept.fingerprint.writeTo(bytes);
            return bytes.array();
        }

        private static Kept read(ByteBuffer bytes) {
            return new Kept(text(bytes), text(bytes), Fingerprint.read(bytes));
        }

        private static String text(ByteBuffer bytes) {
            byte[] text = new byte[bytes.getInt()];
            bytes.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
