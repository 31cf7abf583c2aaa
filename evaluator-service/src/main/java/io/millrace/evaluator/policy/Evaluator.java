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
        return Evaluated.newBuilder()
                .setId(RecordIds.evaluated(candidate.getId()))
                .setProvenance(provenance(verified, readFrom, at))
                .setVerified(verified)
                .setPolicyVersion(POLICY_VERSION)
                .setSplit(shares.of(candidate))
                .setContamination(exposure.leaked())
                .setBenchmarkHits(exposure.hits())
                .setBenchmarks(exposure.benchmarks())
                .setPreferenceGroup(
                        isOneOfSeveral(verified) ? candidate.getSeed().getId() : null)
                .setDecision(ruling.decision())
                .setReason(ruling.reason())
                .setScores(scores(verified, ruling))
                .setDuplicateOf(ruling.duplicateOf())
                .setNearest(ruling.nearest())
                .setDrop(ruling.drop())
                .build();
    }

    /** The same record with another ruling; it shares with the first what a builder would copy to the last text. */
    public Evaluated overruled(Evaluated record, Ruling ruling) {
        return new Evaluated(
                record.getId(),
                record.getProvenance(),
                record.getVerified(),
                ruling.decision(),
                ruling.reason(),
                record.getPolicyVersion(),
                record.getSplit(),
                scores(record.getVerified(), ruling),
                ruling.duplicateOf(),
                ruling.nearest(),
                record.getContamination(),
                record.getPreferenceGroup(),
                record.getDatasetVersion(),
                record.getReviewOutcome(),
                ruling.drop(),
                record.getReviews(),
                record.getBenchmarkHits(),
                record.getBenchmarks());
    }

    private List<Score> scores(Verified verified, Ruling ruling) {
        var subject = new Subject(verified, nearest(ruling));
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
