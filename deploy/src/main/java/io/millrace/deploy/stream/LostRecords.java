package io.millrace.deploy.stream;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads back the records that dead letters hold. */
final class LostRecords {

    private final RecordSerde<Seed> seeds;
    private final RecordSerde<Candidate> candidates;
    private final RecordSerde<Verified> verified;

    LostRecords(Connection connection) {
        this.seeds = connection.serde(Topic.SEEDS);
        this.candidates = connection.serde(Topic.CANDIDATES);
        this.verified = connection.serde(Topic.VERIFIED);
    }

    /** A lost record's seed, and its candidate if one had been made. */
    record Lost(Seed seed, @Nullable Candidate candidate) {

        private static Lost of(Candidate candidate) {
            return new Lost(candidate.getSeed(), candidate);
        }
    }

    /** @throws SerializationException if the letter holds no record of ours */
    Lost read(DeadLetter letter) {
        ByteBuffer value = letter.getValue();
        if (value == null) {
            throw new SerializationException("The letter is empty");
        }
        var bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        if (letter.getTopic().equals(Topic.SEEDS.name())) {
            return new Lost(seeds.decode(bytes), null);
        }
        return letter.getTopic().equals(Topic.CANDIDATES.name())
                ? Lost.of(candidates.decode(bytes))
                : Lost.of(verified.decode(bytes).getCandidate());
    }
}
