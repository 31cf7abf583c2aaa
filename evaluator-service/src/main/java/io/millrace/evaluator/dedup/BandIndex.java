package io.millrace.evaluator.dedup;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of the fingerprints, numbered from 0 in the order in which they came, share a band with another. A hash table whose chains
 * run through arrays: there are millions of bands, and an object for each would cost many times their size.
 */
public final class BandIndex {

    private static final int BANDS = Fingerprint.BANDS;
    private static final int NONE = -1;

    /** Where many share a band because much of their text is the same, only so many are looked at. */
    private static final int MOST_SHARING = 4_096;

    private static final int MOST_NEIGHBOURS = 64;

    /** By hash: one of its entries, which are the bands of all fingerprints in order. Its length is a power of two. */
    private int[] heads = filled(1 << 10);

    /** By entry: the next one with the same hash. */
    private int[] next = new int[1 << 9];

    private int[] bands = new int[1 << 9];
    private int size;

    /** How many fingerprints there are, and the number of the next one. */
    public int size() {
        return size / BANDS;
    }

    /** Adds the next one. */
    public void add(Fingerprint fingerprint) {
        if (size + BANDS > bands.length) {
            grow();
        }
        for (int band : fingerprint.bands()) {
            bands[size] = band;
            link(size++);
        }
    }

    /** The numbers of those that share bands with a fingerprint: those with the most first, and not all if there are very many. */
    public int[] neighbours(Fingerprint fingerprint) {
        int[] sharing = sharing(fingerprint.bands());
        Arrays.sort(sharing);
        // Times shared in the upper half, so that the order of the longs is the order that is wanted.
        long[] counted = new long[sharing.length];
        int different = 0;
        for (int at = 0; at < sharing.length; at++) {
            boolean again = at > 0 && sharing[at] == sharing[at - 1];
            different += again ? 0 : 1;
            counted[different - 1] = (again ? counted[different - 1] : sharing[at]) - (1L << Integer.SIZE);
        }
        return Arrays.stream(counted, 0, different)
                .sorted()
                .limit(MOST_NEIGHBOURS)
                .mapToInt(number -> (int) number)
                .toArray();
    }

    private int[] sharing(int[] wanted) {
        var found = IntStream.builder();
        int count = 0;
        for (int band : wanted) {
            for (int entry = heads[slot(band)]; entry != NONE && count < MOST_SHARING; entry = next[entry]) {
                if (bands[entry] == band) {
                    found.add(entry / BANDS);
                    count++;
                }
            }
        }
        return found.build().toArray();
    }

    private void link(int entry) {
        int slot = slot(bands[entry]);
        next[entry] = heads[slot];
        heads[slot] = entry;
    }

    private void grow() {
        int wanted = bands.length + (bands.length >> 1);
        bands = Arrays.copyOf(bands, wanted);
        next = Arrays.copyOf(next, wanted);
        if (wanted > heads.length) {
            heads = filled(2 * heads.length);
            for (int entry = 0; entry < size; entry++) {
                link(entry);
            }
        }
    }

    /** The bands are hashes already. */
    private int slot(int band) {
        return band & (heads.length - 1);
    }

    private static int[] filled(int length) {
        int[] heads = new int[length];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
