package io.millrace.schemas;

/** The key of every random choice that is made for a seed. */
public final class RngKey {

    private RngKey() {}

    /** Follows from the seed's id. Not longer than a double's mantissa: readers in JavaScript refuse what they cannot hold. */
    public static long of(String seedId) {
        return Long.parseUnsignedLong(Hash.of(seedId).substring(0, Long.BYTES * 2), 16) >>> 11;
    }
}
