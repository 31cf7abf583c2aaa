package io.millrace.generator.rule.space;

/**
 * A keyed shuffle of the numbers from 0 below a size, computed for one position at a time: a Feistel network over the next power of
 * four, walked along its cycle until it is back inside.
 */
public final class Permutation {

    /** Half of the bits must fit an int. */
    public static final long MAX_SIZE = 1L << 62;

    private static final int ROUNDS = 6;

    private final long size;
    private final int half;
    private final long[] keys = new long[ROUNDS];

    public Permutation(long size, long key) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a permutation cannot have " + size + " numbers");
        }
        this.size = size;
        half = (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = Mix.key(key, round);
        }
    }

    /** The number at a position; different positions have different numbers. */
    public long at(long position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException(position);
        }
        long number = position;
        do {
            number = network(number);
        } while (number >= size);
        return number;
    }

    private long network(long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (long key : keys) {
            long next = left ^ (Mix.key(key, right) & mask);
            left = right;
            right = next;
        }
        return (left << half) | right;
    }
}
