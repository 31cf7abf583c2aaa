package io.millrace.generator.rule.space;

import io.millrace.schemas.Hash;

/** 64-bit hashes that give keys to choices and permutations. */
public final class Mix {

    private static final int HEX_DIGITS = 16;
    private static final int HEX = 16;

    private Mix() {}

    /** A key that follows from texts. */
    public static long key(String... parts) {
        return Long.parseUnsignedLong(Hash.of(parts).substring(0, HEX_DIGITS), HEX);
    }

    /** A key that follows from a key and a number. */
    public static long key(long key, long number) {
        return scramble(scramble(key) ^ number);
    }

    /** The finaliser of SplitMix64: a bijection in which every input bit changes half of the output bits. */
    static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
