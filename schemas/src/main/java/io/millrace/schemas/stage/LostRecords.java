package io.millrace.schemas.stage;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads back the records on the way from seed to decision that dead letters hold. */
public final class LostRecords {

    /** Where records are lost that follow from a seed. */
    public static final List<Topic<DeadLetter>> TOPICS =
            List.of(Topic.SEEDS.deadLetters(), Topic.CANDIDATES.deadLetters(), Topic.VERIFIED.deadLetters());

    private final RecordSerde<Seed> seeds;
    private final RecordSerde<Candidate> candidates;
    private final RecordSerde<Verified> verified;

    public LostRecords(SchemaIds ids) {
        this.seeds = new RecordSerde<>(Topic.SEEDS, ids);
        this.candidates = new RecordSerde<>(Topic.CANDIDATES, ids);
        this.verified = new RecordSerde<>(Topic.VERIFIED, ids);
    }

    /** A lost record's seed, and its candidate if one had been made. */
    public record Lost(Seed seed, @Nullable Candidate candidate) {

        private static Lost of(Candidate candidate) {
            return new Lost(candidate.getSeed(), candidate);
        }
    }

    /**
     * The record; empty where the letter could not hold it.
     *
     * @throws SerializationException if the letter holds no record of ours
     */
    public Optional<Lost> read(DeadLetter letter) {
        if (letter.getValue() == null) {
            return Optional.empty();
        }
        byte[] bytes = Letters.bytes(letter.getValue());
        if (letter.getTopic().equals(Topic.SEEDS.name())) {
            return Optional.of(new Lost(seeds.decode(bytes), null));
        }
        return Optional.of(
                letter.getTopic().equals(Topic.CANDIDATES.name())
                        ? Lost.of(candidates.decode(bytes))
                        : Lost.of(verified.decode(bytes).getCandidate()));
    }
}
