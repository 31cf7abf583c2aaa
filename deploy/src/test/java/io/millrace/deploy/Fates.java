package io.millrace.deploy;

import io.millrace.deploy.deadletter.DeadLetters;
import io.millrace.deploy.deadletter.Letter;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What became of the samples of the seeds of one dataset. */
record Fates(List<Evaluated> decided, List<Letter> refused) {

    static final Fates NONE = new Fates(List.of(), List.of());

    /**
     * As of now, without what was planted beside the candidates.
     *
     * @param seeds the ids of the dataset's seeds
     */
    static Fates of(String dataset, List<String> seeds) {
        List<Evaluated> decided = new ArrayList<>();
        try (var shelf = new Shelf<>(TestFactory.connection(), Topic.EVALUATED)) {
            shelf.forEachRemaining(entry -> {
                Seed seed = candidate(entry.value()).getSeed();
                if (seed.getDataset().equals(dataset) && seeds.contains(seed.getId())) {
                    decided.add(entry.value());
                }
            });
        }
        List<Letter> letters = new DeadLetters(TestFactory.connection()).all();
        return new Fates(
                decided,
                letters.stream().filter(letter -> seeds.contains(letter.key())).toList());
    }

    static Candidate candidate(Evaluated evaluated) {
        return evaluated.getVerified().getCandidate();
    }

    int samples() {
        return decided.size() + refused.size();
    }

    List<Evaluated> decided(String seedId) {
        return decided.stream()
                .filter(each -> candidate(each).getSeed().getId().equals(seedId))
                .toList();
    }

    List<Evaluated> decided(String seedId, int sample) {
        return decided(seedId).stream()
                .filter(each -> candidate(each).getSampleIndex() == sample)
                .toList();
    }

    List<Letter> refused(String seedId) {
        return refused.stream().filter(each -> each.key().equals(seedId)).toList();
    }

    List<Letter> refused(String seedId, int sample) {
        return refused(seedId).stream()
                .filter(each -> Objects.equals(each.sampleIndex(), sample))
                .toList();
    }
}
