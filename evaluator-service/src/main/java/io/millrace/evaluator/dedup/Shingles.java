package io.millrace.evaluator.dedup;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The set of a text's runs of five words, its shingles (A. Z. Broder: On the resemblance and containment of documents, 1997). Of a
 * long text only those with the smallest hashes are held, from which the resemblance follows as from a sample (bottom-k sketch, ibid.).
 */
final class Shingles {

    /** Above it a set is a sample. */
    static final int MOST = 4_096;

    private static final int WORDS = 5;

    /** Sorted and different. */
    private final int[] hashes;

    private Shingles(int[] hashes) {
        this.hashes = hashes;
    }

    /** All of a text, sorted and different; a text of fewer words is one as a whole. */
    static int[] of(String text) {
        long[] words = Words.of(text);
        HashStream64 hash = Hashing.komihash5_0().hashStream();
        int[] found = new int[Math.max(1, words.length - WORDS + 1)];
        for (int at = 0; at < found.length; at++) {
            hash.reset();
            for (int word = at; word < Math.min(at + WORDS, words.length); word++) {
                hash.putLong(words[word]);
            }
            found[at] = hash.getAsInt();
        }
        Arrays.sort(found);
        return different(found);
    }

    /** What is held of all shingles of a text. */
    static Shingles held(int[] all) {
        return new Shingles(Arrays.copyOf(all, Math.min(all.length, MOST)));
    }

    static Shingles read(ByteBuffer bytes) {
        int[] hashes = new int[bytes.getShort()];
        bytes.asIntBuffer().get(hashes);
        bytes.position(bytes.position() + hashes.length * Integer.BYTES);
        return new Shingles(hashes);
    }

    int bytes() {
        return Short.BYTES + hashes.length * Integer.BYTES;
    }

    void writeTo(ByteBuffer bytes) {
        bytes.putShort((short) hashes.length);
        bytes.asIntBuffer().put(hashes);
        bytes.position(bytes.position() + hashes.length * Integer.BYTES);
    }

    /** The Jaccard index: what both have as a share of what either has. */
    double similarity(Shingles other) {
        boolean sampled = hashes.length == MOST || other.hashes.length == MOST;
        int limit = sampled ? MOST : Integer.MAX_VALUE;
        int own = 0;
        int others = 0;
        int both = 0;
        while (own < hashes.length && others < other.hashes.length && own + others - both < limit) {
            int order = Integer.compare(hashes[own], other.hashes[others]);
            both += order == 0 ? 1 : 0;
            own += order <= 0 ? 1 : 0;
            others += order >= 0 ? 1 : 0;
        }
        int either = Math.min(limit, hashes.length + other.hashes.length - both);
        return (double) both / either;
    }

    private static int[] different(int[] sorted) {
        int count = 1;
        for (int at = 1; at < sorted.length; at++) {
            if (sorted[at] != sorted[at - 1]) {
                sorted[count++] = sorted[at];
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
