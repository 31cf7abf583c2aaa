package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.monitor.LineageSource.Located;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Verified;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record on the path from a seed to a decision, and what made it.
 *
 * @param stage the topic that records of this kind are on
 * @param topic null, with partition and offset, for a record that was never read from Kafka
 * @param attempt how many times its producer tried
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Step(
        String stage,
        String id,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        String at,
        String service,
        String version,
        String commit,
        String configHash,
        int attempt) {

    /** Every record says where the one before it lies; only the last one has to be told. */
    static List<Step> path(Located located) {
        Evaluated evaluated = located.evaluated();
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        Seed seed = candidate.getSeed();
        return List.of(
                step("seeds", seed.getId(), seed.getProvenance(), place(candidate.getProvenance())),
                step("candidates", candidate.getId(), candidate.getProvenance(), place(verified.getProvenance())),
                step("verified", verified.getId(), verified.getProvenance(), place(evaluated.getProvenance())),
                step("evaluated", evaluated.getId(), evaluated.getProvenance(), located.place()));
    }

    private static @Nullable Coordinates place(Provenance next) {
        return next.getReadFrom();
    }

    private static Step step(String stage, String id, Provenance receipt, @Nullable Coordinates place) {
        var producer = receipt.getProducer();
        return new Step(
                stage,
                id,
                place == null ? null : place.getTopic(),
                place == null ? null : place.getPartition(),
                place == null ? null : place.getOffset(),
                receipt.getCreatedAt().toString(),
                producer.getService(),
                producer.getVersion(),
                producer.getGitCommit(),
                producer.getConfigHash(),
                receipt.getAttempt());
    }
}
