package io.millrace.evaluator.stream;

import io.millrace.evaluator.dedup.Fingerprint;
import io.millrace.evaluator.policy.Traits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** What is remembered of a kept candidate. */
record Kept(String dataset, String candidateId, Traits traits, Fingerprint fingerprint) {

    /** The texts, as many as there are and each with its length in front; whether it is synthetic; the fingerprint. */
    static final class Format implements Serde<Kept> {

        private static final int TEXTS_WITHOUT_TAGS = 5;

        @Override
        public Serializer<Kept> serializer() {
            return (topic, kept) -> kept == null ? null : write(kept);
        }

        @Override
        public Deserializer<Kept> deserializer() {
            return (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
        }

        private static byte[] write(Kept kept) {
            Traits traits = kept.traits;
            List<String> texts = new ArrayList<>(
                    List.of(kept.dataset, kept.candidateId, traits.domain(), traits.language(), traits.difficulty()));
            texts.addAll(traits.tags());
            List<byte[]> encoded = texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
            int length = encoded.stream()
                    .mapToInt(text -> Integer.BYTES + text.length)
                    .sum();
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length + 1 + kept.fingerprint.bytes());
            bytes.putInt(encoded.size());
            encoded.forEach(text -> bytes.putInt(text.length).put(text));
            bytes.put((byte) (traits.synthetic() ? 1 : 0));
            kept.fingerprint.writeTo(bytes);
            return bytes.array();
        }

        private static Kept read(ByteBuffer bytes) {
            int count = bytes.getInt();
            List<String> texts = new ArrayList<>(count);
            for (int read = 0; read < count; read++) {
                texts.add(text(bytes));
            }
            List<String> tags = texts.subList(TEXTS_WITHOUT_TAGS, count);
            var traits = new Traits(bytes.get() == 1, texts.get(2), texts.get(3), texts.get(4), tags);
            return new Kept(texts.getFirst(), texts.get(1), traits, Fingerprint.read(bytes));
        }

        private static String text(ByteBuffer bytes) {
            byte[] text = new byte[bytes.getInt()];
            bytes.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
