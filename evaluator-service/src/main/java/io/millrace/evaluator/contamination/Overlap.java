package io.millrace.evaluator.contamination;

import java.util.BitSet;

/**
 * What a text shares with one item.
 *
 * @param words those of the item that are in shared runs
 * @param longest words in the longest shared run
 * @param alone whether a shared run is a text by itself
 */
record Overlap(BitSet words, int longest, boolean alone) {

    static final Overlap NONE = new Overlap(new BitSet(), 0, false);

    /**
     * The same with a further shared run.
     *
     * @param whole whether it is a text by itself
     */
    Overlap and(int from, int length, boolean whole) {
        BitSet more = new BitSet();
        more.or(words);
        more.set(from, from + length);
        return new Overlap(more, Math.max(longest, length), alone || whole);
    }

    int covered() {
        return words.cardinality();
    }
}
