package io.millrace.evaluator.policy;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.score.Scorer;
import io.millrace.evaluator.score.Subject;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Neighbour;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Score;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Writes a ruling down, with scores, split and receipt. */
public final class Evaluator {

    /** Changes whenever the same record could get another decision. */
    public static final String POLICY_VERSION = "3";

    private final SplitShares shares;
    private final List<Scorer> scorers;
    private final Producer producer;

    public Evaluator(SplitShares shares, List<Scorer> scorers, Producer producer) {
        this.shares = shares;
        this.scorers = List.copyOf(scorers);
        this.producer = producer;
    }

    /** The record that says what became of a verified one, which was read at the given place. */
    public Evaluated evaluate(Verified verified, Ruling ruling, Exposure exposure, Coordinates readFrom, Instant at) {
        Candidate candidate = verified.getCandidate();
        Evaluated.Builder record = Evaluated.newBuilder()
                .setId(RecordIds.evaluated(candidate.getId()))
                .setProvenance(provenance(verified, readFrom, at))
                .setVerified(verified)
                .setPolicyVersion(POLICY_VERSION)
                .setSplit(shares.of(candidate))
                .setContamination(exposure.leaked())
                .setBenchmarkHits(exposure.hits())
                .setBenchmarks(exposure.benchmarks())
                .setPreferenceGroup(
                        isOneOfSeveral(verified) ? candidate.getSeed().getId() : null);
        return ruled(record, ruling);
    }

    /** The same record with another ruling. */
    public Evaluated overruled(Evaluated record, Ruling ruling) {
        return ruled(Evaluated.newBuilder(record), ruling);
    }

    private Evaluated ruled(Evaluated.Builder record, Ruling ruling) {
        return record.setDecision(ruling.decision())
                .setReason(ruling.reason())
                .setScores(scores(new Subject(record.getVerified(), nearest(ruling))))
                .setDuplicateOf(ruling.duplicateOf())
                .setNearest(ruling.nearest())
                .setDrop(ruling.drop())
                .build();
    }

    private List<Score> scores(Subject subject) {
        return scorers.stream()
                .flatMap(scorer -> scorer.apply(subject).stream())
                .toList();
    }

    private static OptionalDouble nearest(Ruling ruling) {
        if (ruling.duplicateOf() != null) {
            return OptionalDouble.of(1);
        }
        Neighbour near = ruling.nearest();
        return near == null ? OptionalDouble.empty() : OptionalDouble.of(near.getSimilarity());
    }

    private static boolean isOneOfSeveral(Verified verified) {
        return verified.getCandidate().getSeed().getSamples() > 1 && !RecordIds.isPlanted(verified.getId());
    }

    private Provenance provenance(Verified verified, Coordinates readFrom, Instant at) {
        Provenance origin = verified.getProvenance();
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of(verified.getCandidate().getMessages()))
                .setParentIds(List.of(verified.getId()))
                .setProducer(producer)
                .setReadFrom(readFrom)
                .setCreatedAt(at)
                .setTraceparent(origin.getTraceparent())
                .setLicence(origin.getLicence())
                .setSynthetic(origin.getSynthetic())
                .setGenerationDepth(origin.getGenerationDepth())
                .build();
    }
}
