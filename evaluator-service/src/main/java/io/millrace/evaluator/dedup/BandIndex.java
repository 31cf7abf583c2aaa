package io.millrace.evaluator.dedup;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which of the fingerprints, numbered from 0 in the order in which they came, share a band with another. */
public final class BandIndex {

    private static final int BANDS = Fingerprint.BANDS;

    /** Where many share a band because much of their text is the same, only so many are looked at. */
    private static final int MOST_SHARING = 4_096;

    private static final int MOST_NEIGHBOURS = 64;

    /** The bands of all fingerprints in order. */
    private final Chains entries = new Chains();

    /** How many fingerprints there are, and the number of the next one. */
    public int size() {
        return entries.size() / BANDS;
    }

    /** Adds the next one. */
    public void add(Fingerprint fingerprint) {
        for (int band : fingerprint.bands()) {
            entries.add(band);
        }
    }

    /** The numbers of those that share bands with a fingerprint: those with the most first, and not all if there are very many. */
    public int[] neighbours(Fingerprint fingerprint) {
        int[] sharing = sharing(fingerprint.bands());
        return sharing.length == 0 ? sharing : mostSharing(sharing);
    }

    private static int[] mostSharing(int[] sharing) {
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
            int entry = entries.last(band);
            while (entry != Chains.NONE && count < MOST_SHARING) {
                found.add(entry / BANDS);
                count++;
                entry = entries.before(entry);
            }
        }
        return found.build().toArray();
    }
}
