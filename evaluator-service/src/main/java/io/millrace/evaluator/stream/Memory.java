package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;

import io.millrace.evaluator.dedup.BandIndex;
import io.millrace.evaluator.dedup.ContentKey;
import io.millrace.evaluator.dedup.Novelty;
import io.millrace.evaluator.policy.Census;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.policy.Traits;
import io.millrace.schemas.Verified;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one task has kept: in its stores, which move and roll back with its transactions, and in an index and a census on the heap,
 * which are made anew from them. So it must live no longer than the processor that holds it.
 */
final class Memory {

    /** Content key to the id of the candidate that is kept under it. */
    static final String CONTENT = "kept-by-content";

    /** What is kept, numbered from 0. */
    static final String RECORDS = "kept-by-number";

    private final KeyValueStore<String, String> contents;
    private final KeyValueStore<Integer, Kept> records;
    private final Limits limits;
    private final BandIndex index = new BandIndex();
    private final Census census;

    /** Remembers what is in the stores. */
    Memory(KeyValueStore<String, String> contents, KeyValueStore<Integer, Kept> records, Limits limits) {
        this.contents = contents;
        this.records = records;
        this.limits = limits;
        this.census = new Census(limits.caps());
        try (KeyValueIterator<Integer, Kept> all = records.all()) {
            while (all.hasNext()) {
                KeyValue<Integer, Kept> next = all.next();
                if (next.key != index.size()) {
                    throw new IllegalStateException("nothing is kept under number " + index.size());
                }
                count(next.value);
            }
        }
    }

    /** The exact same comes first. */
    private Novelty novelty(String dataset, String candidateId, Print print) {
        @Nullable String same = contents.get(ContentKey.of(dataset, print.contentHash()));
        if (same != null) {
            return Novelty.of(candidateId, same);
        }
        @Nullable Double threshold = limits.nearDuplicates();
        if (threshold == null) {
            return new Novelty.First();
        }
        return nearest(dataset, print)
                .filter(near -> near.similarity() >= threshold)
                .map(near -> Novelty.near(candidateId, near.candidateId(), near.similarity()))
                .orElseGet(Novelty.First::new);
    }

    /** What is to be done with a record, in the light of all that its dataset holds. */
    Ruling rule(String dataset, Verified verified, Print print) {
        Novelty novelty = novelty(dataset, verified.getCandidate().getId(), print);
        return limits.onEligible(verified, novelty, census);
    }

    void keep(String dataset, Verified verified, Print print) {
        String candidateId = verified.getCandidate().getId();
        var kept = new Kept(dataset, candidateId, Traits.of(verified), print.fingerprint());
        contents.put(ContentKey.of(dataset, print.contentHash()), candidateId);
        records.put(index.size(), kept);
        count(kept);
    }

    private void count(Kept kept) {
        index.add(kept.fingerprint());
        census.add(kept.dataset(), kept.traits());
    }

    private Optional<Near> nearest(String dataset, Print print) {
        @Nullable Near nearest = null;
        for (int number : index.neighbours(print.fingerprint())) {
            Kept kept = requireNonNull(records.get(number));
            double similarity =
                    kept.dataset().equals(dataset) ? print.fingerprint().similarity(kept.fingerprint()) : 0;
            if (nearest == null || similarity > nearest.similarity()) {
                nearest = new Near(kept.candidateId(), similarity);
            }
        }
        return Optional.ofNullable(nearest);
    }

    private record Near(String candidateId, double similarity) {}
}
