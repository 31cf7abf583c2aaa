package io.millrace.evaluator.contamination;

/** Hashes of the runs of words in a text, each from two sums, whatever its length. */
final class Grams {

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final long[] sums;

    Grams(long[] words) {
        sums = new long[words.length + 1];
        for (int at = 0; at < words.length; at++) {
            sums[at + 1] = sums[at] * BASE + words[at];
        }
    }

    /** By what to multiply the sum before a run of so many words. */
    static long power(int length) {
        long power = 1;
        for (int word = 0; word < length; word++) {
            power *= BASE;
        }
        return power;
    }

    /** The hash of the run that begins at a word; runs of different lengths have different ones. */
    int hash(int at, int length, long power) {
        long mixed = (sums[at + length] - sums[at] * power + length) * BASE;
        return (int) (mixed >>> Integer.SIZE);
    }
}
