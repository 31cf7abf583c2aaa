package io.millrace.evaluator.result;

/**
 * The share of items that were right, with its interval of 95 %: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", Journal of the American Statistical Association 22 (1927), pages 209–212.
 *
 * @param items at least 1
 */
public record Share(double value, long items) {

    private static final double NORMAL_95 = 1.959964;

    public double low() {
        return Math.max(0, centre() - reach());
    }

    public double high() {
        return Math.min(1, centre() + reach());
    }

    /**
     * How much higher it is than an earlier one of other items, with its interval of 95 %: R. G. Newcombe, "Interval Estimation for the
     * Difference between Independent Proportions", Statistics in Medicine 17 (1998), pages 873–890, method 10.
     */
    public Difference since(Share before) {
        double difference = value - before.value;
        return new Difference(
                difference,
                difference - Math.hypot(value - low(), before.high() - before.value),
                difference + Math.hypot(high() - value, before.value - before.low()));
    }

    /** A difference of two shares. */
    public record Difference(double value, double low, double high) {

        /** Whether chance alone hardly makes it. */
        public boolean beyondChance() {
            return low > 0 || high < 0;
        }
    }

    private double centre() {
        return (value + square() / (2 * items)) / (1 + square() / items);
    }

    private double reach() {
        double spread = value * (1 - value) / items + square() / (4.0 * items * items);
        return NORMAL_95 * Math.sqrt(spread) / (1 + square() / items);
    }

    private static double square() {
        return NORMAL_95 * NORMAL_95;
    }
}
