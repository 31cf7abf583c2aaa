package io.millrace.verifier.sensitive;

/** How little a text tells of its next sign. */
final class Entropy {

    /** Random letters and digits have more; words, and signs that only fill a place, have less. */
    static final double MIN_OF_A_KEY = 3.2;

    private static final int SIGNS = 128;

    private Entropy() {}

    static double bitsPerSign(String text) {
        int[] counts = new int[SIGNS];
        text.chars().filter(c -> c < SIGNS).forEach(c -> counts[c]++);
        double bits = 0;
        for (int count : counts) {
            double share = (double) count / text.length();
            bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
