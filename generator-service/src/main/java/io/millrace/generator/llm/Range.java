package io.millrace.generator.llm;

/** Numbers from a lowest to a highest one. */
public record Range(double low, double high) {

    private static final String TO = "..";
    private static final double PRECISION = 10_000;

    public Range {
        if (!(low >= 0 && low <= high && Double.isFinite(high))) {
            throw new IllegalArgumentException("A range goes from a number of at least 0 to one that is no smaller");
        }
    }

    /** Reads a single number, or two with ".." between them. */
    public static Range parse(String text) {
        int to = text.indexOf(TO);
        return to < 0
                ? new Range(number(text), number(text))
                : new Range(number(text.substring(0, to)), number(text.substring(to + TO.length())));
    }

    /**
     * The number at a point of the range, to four decimal places.
     *
     * @param share from 0 for the lowest to 1 for the highest
     */
    double at(double share) {
        return low == high ? low : Math.round((low + (high - low) * share) * PRECISION) / PRECISION;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is neither a number nor a range such as 0.2..0.9".formatted(text));
        }
    }
}
