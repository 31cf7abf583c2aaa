package io.millrace.verifier.audit;

/**
 * A share between two bounds that holds it with 95 % confidence.
 *
 * @param low at least 0
 * @param high at most 1
 */
public record Interval(double low, double high) {

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Wilson's score interval of a binomial proportion; everything is possible where nothing was tried. */
    static Interval wilson(int hits, int trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / trials;
        double spread = Z * Z / trials;
        double centre = share + spread / 2;
        double width = Z * Math.sqrt((share * (1 - share) + spread / 4) / trials);
        // At the ends the bounds are exact; rounding would move them.
        double low = hits == 0 ? 0 : (centre - width) / (1 + spread);
        double high = hits == trials ? 1 : (centre + width) / (1 + spread);
        return new Interval(low, high);
    }
}
