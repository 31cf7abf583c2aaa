package io.millrace.generator.rule.space;

/** Choices that follow from a key by hashing a counter: the same key always makes the same choices. */
public final class Chance implements Choices {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    public Chance(long key) {
        state = Mix.scramble(key);
    }

    @Override
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** True as often as the rate says, which is between 0 and 1. */
    public boolean happens(double rate) {
        return (next() >>> 11) * UNIT < rate;
    }

    private long next() {
        state += STEP;
        return Mix.scramble(state);
    }
}
