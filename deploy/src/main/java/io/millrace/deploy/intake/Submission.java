package io.millrace.deploy.intake;

import io.millrace.schemas.Build;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RngKey;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One run of a command that brings records in.
 *
 * @param id in every record that follows from it
 * @param dataset where what is kept goes
 * @param at when the records were made
 */
public record Submission(String id, String dataset, Instant at) {

    private static final String PRODUCER = "millrace";

    static {
        // Avro builds only records of packages it was told to trust, which their topics see to.
        Objects.requireNonNull(Topic.SEEDS);
    }

    /** A seed that still lacks its task, if it has one. */
    public Seed.Builder seed(String seedId, String content, String domain, StrategyCall strategy, Source source) {
        return Seed.newBuilder()
                .setId(seedId)
                .setProvenance(provenance(ContentHash.of(content), List.of(), source))
                .setSubmission(id)
                .setDataset(dataset)
                .setDomain(domain)
                .setStrategy(strategy)
                .setSource(source)
                .setRngKey(RngKey.of(seedId));
    }

    /** The receipt of a record that came from outside; a parent makes it one step further from real data than its seed. */
    Provenance provenance(String contentHash, List<String> parents, Source source) {
        int depth = (source.getReal() ? 0 : 1) + (parents.isEmpty() ? 0 : 1);
        return Provenance.newBuilder()
                .setContentHash(contentHash)
                .setParentIds(parents)
                .setProducer(Build.current().producer(PRODUCER, Hash.of(dataset)))
                .setCreatedAt(at)
                .setLicence(source.getLicence())
                .setSynthetic(depth > 0)
                .setGenerationDepth(depth)
                .build();
    }
}
