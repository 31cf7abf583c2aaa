package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;

import io.millrace.evaluator.dedup.BandIndex;
import io.millrace.evaluator.dedup.ContentKey;
import io.millrace.evaluator.dedup.Novelty;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one task has kept: in its stores, which move and roll back with its transactions, and in an index on the heap, which is made
 * anew from them. So it must live no longer than the processor that holds it.
 */
final class Memory {

    /** Content key to the id of the candidate that is kept under it. */
    static final String CONTENT = "kept-by-content";

    /** What is kept, numbered from 0. */
    static final String RECORDS = "kept-by-number";

    private final KeyValueStore<String, String> contents;
    private final KeyValueStore<Integer, Kept> records;
    private final BandIndex index = new BandIndex();

    /** Remembers what is in the stores. */
    Memory(KeyValueStore<String, String> contents, KeyValueStore<Integer, Kept> records) {
        this.contents = contents;
        this.records = records;
        try (KeyValueIterator<Integer, Kept> all = records.all()) {
            while (all.hasNext()) {
                KeyValue<Integer, Kept> next = all.next();
                if (next.key != index.size()) {
                    throw new IllegalStateException("nothing is kept under number " + index.size());
                }
                index.add(next.value.fingerprint());
            }
        }
    }

    /** Compares a candidate with all that its dataset holds, the exact same first. */
    Novelty novelty(String dataset, String candidateId, Print print) {
        @Nullable String same = contents.get(ContentKey.of(dataset, print.contentHash()));
        if (same != null) {
            return Novelty.of(candidateId, same);
        }
        return nearest(dataset, print)
                .map(near -> Novelty.near(candidateId, near.candidateId(), near.similarity()))
                .orElseGet(Novelty.First::new);
    }

    void keep(String dataset, String candidateId, Print print) {
        contents.put(ContentKey.of(dataset, print.contentHash()), candidateId);
        records.put(index.size(), new Kept(dataset, candidateId, print.fingerprint()));
        index.add(print.fingerprint());
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
