package io.millrace.evaluator.review;

/**
 * How large the bad share of a whole can be, by a random sample of it: the exact one-sided upper bound of C. J. Clopper and E. S. Pearson,
 * "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 26 (1934), pages 404–413.
 */
public final class BadShare {

    private static final int HALVINGS = 60;

    private BadShare() {}

    /**
     * The share that the bad ones are under.
     *
     * @param bad how many of the sample are
     * @param confidence with which they are, between 0 and 1
     * @return 1 where all of the sample are bad, or there is none
     */
    public static double bound(int bad, int sample, double confidence) {
        if (bad < 0 || bad > sample) {
            throw new IllegalArgumentException("%d of %d cannot be bad".formatted(bad, sample));
        }
        if (bad == sample) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (atMost(bad, sample, middle) > 1 - confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** How likely so few or fewer of a sample are bad where this share of the whole is. */
    private static double atMost(int bad, int sample, double share) {
        double log = sample * Math.log1p(-share);
        double sum = Math.exp(log);
        for (int found = 1; found <= bad; found++) {
            log += Math.log((sample - found + 1.0) / found) + Math.log(share) - Math.log1p(-share);
            sum += Math.exp(log);
        }
        return sum;
    }
}
