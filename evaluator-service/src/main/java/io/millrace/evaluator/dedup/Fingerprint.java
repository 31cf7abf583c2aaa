package io.millrace.evaluator.dedup;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What is held of a question with its answer to find others like it. Near are two of which both the questions and the answers are:
 * many answers to one question, and the same answer to different questions, bring something new each.
 *
 * <p>Those that are near share, in all likelihood, one of the bands into which the MinHash signature is cut (A. Z. Broder et al.:
 * Min-wise independent permutations, 1998; here O. Ertl: SuperMinHash, 2017; P. Indyk, R. Motwani: Approximate nearest neighbors, 1998; as in Leskovec, Rajaraman,
 * Ullman: Mining of massive datasets, chapter 3). Whether they are near is then told by the shingles themselves.
 */
public final class Fingerprint {

    static final int BANDS = 14;

    private static final int ROWS = 8;
    private static final int ASKED = 1;
    private static final int ANSWERED = 2;
    private static final Hasher64 HASHER = Hashing.komihash5_0();
    private static final SimilarityHashPolicy SIGNATURE = SimilarityHashing.superMinHash(BANDS * ROWS, Integer.SIZE);

    private final int[] bands;
    private final Shingles asked;
    private final Shingles answered;

    private Fingerprint(int[] bands, Shingles asked, Shingles answered) {
        this.bands = bands;
        this.asked = asked;
        this.answered = answered;
    }

    /**
     * The fingerprint of two texts.
     *
     * @param scope what is never compared with another; the same texts share no band where it differs
     */
    public static Fingerprint of(String scope, String question, String answer) {
        int[] asked = Shingles.of(question);
        int[] answered = Shingles.of(answer);
        // Near parts make a near whole: its Jaccard index is no less than the lesser of theirs.
        long[] whole = LongStream.concat(elements(ASKED, asked), elements(ANSWERED, answered))
                .toArray();
        byte[] signature = SIGNATURE.createHasher().compute(ElementHashProvider.ofValues(whole));
        return new Fingerprint(bands(scope, signature), Shingles.held(asked), Shingles.held(answered));
    }

    /** The fingerprint at the position of a buffer, as {@link #writeTo} put it there. */
    public static Fingerprint read(ByteBuffer bytes) {
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = bytes.getInt();
        }
        return new Fingerprint(bands, Shingles.read(bytes), Shingles.read(bytes));
    }

    /** How many bytes it is written in. */
    public int bytes() {
        return BANDS * Integer.BYTES + asked.bytes() + answered.bytes();
    }

    /** Writes it at the position of a buffer. */
    public void writeTo(ByteBuffer bytes) {
        for (int band : bands) {
            bytes.putInt(band);
        }
        asked.writeTo(bytes);
        answered.writeTo(bytes);
    }

    /** Between 0 and 1: the Jaccard index of the questions or of the answers, whichever is less. */
    public double similarity(Fingerprint other) {
        double questions = asked.similarity(other.asked);
        return questions == 0 ? 0 : Math.min(questions, answered.similarity(other.answered));
    }

    int[] bands() {
        return bands;
    }

    private static LongStream elements(int part, int[] shingles) {
        return IntStream.of(shingles).mapToLong(shingle -> HASHER.hashLongIntToLong(part, shingle));
    }

    private static int[] bands(String scope, byte[] signature) {
        HashStream64 hash = HASHER.hashStream();
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            hash.reset().putString(scope).putInt(band);
            for (int row = 0; row < ROWS; row++) {
                hash.putLong(SIGNATURE.getComponent(signature, band * ROWS + row));
            }
            bands[band] = hash.getAsInt();
        }
        return bands;
    }
}
