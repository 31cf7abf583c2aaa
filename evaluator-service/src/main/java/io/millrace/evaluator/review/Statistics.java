package io.millrace.evaluator.review;

import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the reviews of some records show.
 *
 * @param asked records that people were asked about
 * @param settled those that they have decided on
 * @param outcomes of these
 * @param kappa of those that two people rated, where it is defined
 * @param sample kept records of the random sample that people have decided on
 * @param bad those of them that turned out to be bad
 */
public record Statistics(
        int asked, int settled, SortedMap<String, Integer> outcomes, Optional<Kappa> kappa, int sample, int bad) {

    /** With which the bad share is under its bound. */
    public static final double CONFIDENCE = 0.95;

    /**
     * One record that people were asked about.
     *
     * @param sampled whether it was kept and drawn at random, so that it speaks for all that are kept
     */
    public record Item(Opinions opinions, int reviewers, boolean sampled) {

        public Optional<Review> settling() {
            return opinions.settling(reviewers);
        }
    }

    public static Statistics of(Collection<Item> items) {
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        List<Kappa.Pair> pairs = new ArrayList<>();
        int settled = 0;
        int sample = 0;
        int bad = 0;
        for (Item item : items) {
            item.opinions().pair().ifPresent(pairs::add);
            Optional<Review> settling = item.settling();
            if (settling.isPresent()) {
                settled++;
                String outcome = settling.get().getOutcome().name();
                outcomes.merge(outcome, 1, Integer::sum);
                sample += item.sampled() ? 1 : 0;
                bad += item.sampled() && settling.get().getOutcome() != ReviewOutcome.ACCEPT ? 1 : 0;
            }
        }
        return new Statistics(items.size(), settled, outcomes, Kappa.of(pairs), sample, bad);
    }

    /** The share of all kept records that the bad ones are under with 95 % confidence; nothing without a sample. */
    public Optional<Double> badShareBound() {
        return sample == 0 ? Optional.empty() : Optional.of(BadShare.bound(bad, sample, CONFIDENCE));
    }
}
