package io.millrace.evaluator.diversity;

import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * How many of a fixed number of word 4-grams are distinct. The share falls with the size of a text all by itself, so only windows of
 * one size can be compared. Distinct ones are counted by a bit for each hash, which is off by less than one in a hundred (K.-Y.
 * Whang and others, A Linear-Time Probabilistic Counting Algorithm for Database Applications, ACM TODS 15, 1990).
 *
 * @param seen the hashes in the window that is being filled
 * @param filled 4-grams in that window
 * @param distinct the distinct share in the last full window; nothing before it
 */
public record Variety(BitSet seen, int filled, OptionalDouble distinct) {

    /** 4-grams in a window. */
    static final int WINDOW = 16_384;

    private static final int LENGTH = 4;
    private static final int BITS = 2 * WINDOW;

    public Variety {
        seen = (BitSet) seen.clone();
    }

    public static Variety none() {
        return new Variety(new BitSet(), 0, OptionalDouble.empty());
    }

    public Variety with(Wording text) {
        return with(text.grams(LENGTH));
    }

    Variety with(long[] fourGrams) {
        BitSet more = (BitSet) seen.clone();
        int count = filled;
        OptionalDouble share = distinct;
        for (long hash : fourGrams) {
            more.set((int) hash & (BITS - 1));
            count++;
            if (count == WINDOW) {
                share = OptionalDouble.of(share(more));
                more.clear();
                count = 0;
            }
        }
        return new Variety(more, count, share);
    }

    private static double share(BitSet seen) {
        double free = (double) (BITS - seen.cardinality()) / BITS;
        return Math.min(1, -BITS * Math.log(free) / WINDOW);
    }
}
