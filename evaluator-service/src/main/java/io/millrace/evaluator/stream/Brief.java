package io.millrace.evaluator.stream;

import io.millrace.evaluator.dedup.Fingerprint;
import io.millrace.evaluator.policy.Applicant;
import io.millrace.evaluator.policy.Exchange;
import io.millrace.evaluator.policy.Traits;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Verified;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What is asked about a record where its dataset is decided on, and remembered of it once it is kept. It holds on to the bytes that it
 * is written in, because most that are read are written again.
 */
final class Brief {

    private static final int HASH_BYTES = 32;

    private final Applicant applicant;
    private final String contentHash;
    private final Fingerprint fingerprint;
    private final byte[] bytes;

    private Brief(Applicant applicant, String contentHash, Fingerprint fingerprint, byte[] bytes) {
        this.applicant = applicant;
        this.contentHash = contentHash;
        this.fingerprint = fingerprint;
        this.bytes = bytes;
    }

    /** The brief of a record that was evaluated here: what it says of itself was found out, and not believed. */
    static Brief of(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        Exchange exchange = Exchange.of(candidate);
        Applicant applicant = Applicant.of(verified);
        String contentHash = evaluated.getProvenance().getContentHash();
        var fingerprint = Fingerprint.of(applicant.dataset(), exchange.question(), exchange.answer());
        return new Brief(applicant, contentHash, fingerprint, Format.write(applicant, contentHash, fingerprint));
    }

    Applicant applicant() {
        return applicant;
    }

    String contentHash() {
        return contentHash;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** What {@link Format#read} reads; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The same for all that may say the same in the same dataset. */
    int contentKey() {
        return 31 * contentHash.hashCode() + applicant.dataset().hashCode();
    }

    boolean saysTheSame(Brief other) {
        return contentHash.equals(other.contentHash) && isInOneDatasetWith(other);
    }

    /** How near it is to another of its dataset, between 0 and 1. */
    double similarity(Brief other) {
        return isInOneDatasetWith(other) ? fingerprint.similarity(other.fingerprint) : 0;
    }

    private boolean isInOneDatasetWith(Brief other) {
        return applicant.dataset().equals(other.applicant.dataset());
    }

    /** The texts, as many as there are and each with its length in front; the flags and the depth; the hash; the fingerprint. */
    static final class Format implements Serde<Brief> {

        private static final int TEXTS_WITHOUT_TAGS = 5;
        private static final int FIXED_LENGTH = Integer.BYTES + 2 + Integer.BYTES + HASH_BYTES;

        @Override
        public Serializer<Brief> serializer() {
            return (topic, brief) -> brief == null ? null : brief.bytes;
        }

        @Override
        public Deserializer<Brief> deserializer() {
            return (topic, bytes) -> bytes == null ? null : read(bytes);
        }

        private static byte[] write(Applicant applicant, String contentHash, Fingerprint fingerprint) {
            Traits traits = applicant.traits();
            List<String> texts = new ArrayList<>(List.of(
                    applicant.dataset(),
                    applicant.candidateId(),
                    traits.domain(),
                    traits.language(),
                    traits.difficulty()));
            texts.addAll(traits.tags());
            List<byte[]> encoded = texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
            int length = encoded.stream()
                    .mapToInt(text -> Integer.BYTES + text.length)
                    .sum();
            ByteBuffer bytes = ByteBuffer.allocate(FIXED_LENGTH + length + fingerprint.bytes());
            bytes.putInt(encoded.size());
            encoded.forEach(text -> bytes.putInt(text.length).put(text));
            bytes.put(flag(traits.synthetic())).put(flag(applicant.protectedCase()));
            bytes.putInt(applicant.depth());
            bytes.put(HexFormat.of().parseHex(contentHash));
            fingerprint.writeTo(bytes);
            return bytes.array();
        }

        static Brief read(byte[] written) {
            ByteBuffer bytes = ByteBuffer.wrap(written);
            int count = bytes.getInt();
            List<String> texts = new ArrayList<>(count);
            for (int read = 0; read < count; read++) {
                texts.add(new String(take(bytes, bytes.getInt()), StandardCharsets.UTF_8));
            }
            List<String> tags = texts.subList(TEXTS_WITHOUT_TAGS, count);
            var traits = new Traits(bytes.get() == 1, texts.get(2), texts.get(3), texts.get(4), tags);
            var applicant = new Applicant(texts.getFirst(), texts.get(1), bytes.get() == 1, bytes.getInt(), traits);
            String contentHash = HexFormat.of().formatHex(take(bytes, HASH_BYTES));
            return new Brief(applicant, contentHash, Fingerprint.read(bytes), written);
        }

        private static byte flag(boolean value) {
            return (byte) (value ? 1 : 0);
        }

        private static byte[] take(ByteBuffer bytes, int length) {
            byte[] taken = new byte[length];
            bytes.get(taken);
            return taken;
        }
    }
}
