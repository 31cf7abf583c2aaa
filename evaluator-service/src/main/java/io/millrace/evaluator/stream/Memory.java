package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;

import io.millrace.evaluator.dedup.BandIndex;
import io.millrace.evaluator.dedup.Chains;
import io.millrace.evaluator.dedup.Novelty;
import io.millrace.evaluator.policy.Census;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one task has kept: in its store, which moves and rolls back with its transactions, and in indexes and a census on the heap, which
 * are made anew from it. So it must live no longer than the processor that holds it.
 */
final class Memory {

    /** What is kept, numbered from 0. */
    static final String STORE = "kept";

    private final KeyValueStore<Integer, Brief> kept;
    private final Limits limits;
    private final Chains contents = new Chains();
    private final BandIndex bands = new BandIndex();
    private final Census census;

    /** Remembers what is in the store. */
    Memory(KeyValueStore<Integer, Brief> kept, Limits limits) {
        this.kept = kept;
        this.limits = limits;
        this.census = new Census(limits.caps());
        try (KeyValueIterator<Integer, Brief> all = kept.all()) {
            while (all.hasNext()) {
                KeyValue<Integer, Brief> next = all.next();
                if (next.key != contents.size()) {
                    throw new IllegalStateException("nothing is kept under number " + contents.size());
                }
                count(next.value);
            }
        }
    }

    /** What is to be done with a record, in the light of all that its dataset holds. */
    Ruling rule(Brief brief) {
        return limits.onEligible(brief.applicant(), novelty(brief), census);
    }

    void keep(Brief brief) {
        kept.put(contents.size(), brief);
        count(brief);
    }

    private void count(Brief brief) {
        contents.add(brief.contentKey());
        bands.add(brief.fingerprint());
        census.add(brief.applicant().dataset(), brief.applicant().traits());
    }

    /** The exact same comes first. */
    private Novelty novelty(Brief brief) {
        String candidateId = brief.applicant().candidateId();
        @Nullable Brief same = same(brief);
        if (same != null) {
            return Novelty.same(candidateId, same.applicant().candidateId());
        }
        @Nullable Double threshold = limits.nearDuplicates();
        return threshold == null ? new Novelty.First() : near(brief, threshold);
    }

    private @Nullable Brief same(Brief brief) {
        for (int number = contents.last(brief.contentKey()); number != Chains.NONE; number = contents.before(number)) {
            Brief other = requireNonNull(kept.get(number));
            if (other.saysTheSame(brief)) {
                return other;
            }
        }
        return null;
    }

    private Novelty near(Brief brief, double threshold) {
        @Nullable String nearest = null;
        double most = 0;
        for (int number : bands.neighbours(brief.fingerprint())) {
            Brief other = requireNonNull(kept.get(number));
            double similarity = brief.similarity(other);
            if (similarity >= threshold && similarity > most) {
                nearest = other.applicant().candidateId();
                most = similarity;
            }
        }
        return nearest == null
                ? new Novelty.First()
                : Novelty.near(brief.applicant().candidateId(), nearest, most);
    }
}
