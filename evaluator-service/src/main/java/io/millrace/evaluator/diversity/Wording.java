package io.millrace.evaluator.diversity;

import io.millrace.evaluator.dedup.Words;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The words of a text in order, each as a number, as far as they count: no text has more weight in a window than so many. */
public final class Wording {

    public static final Wording NONE = new Wording(new int[0]);

    static final int MOST_WORDS = 256;

    /** In which the words that count are looked for. */
    private static final int MOST_CHARACTERS = 1 << 13;

    private final int[] words;

    private Wording(int[] words) {
        this.words = words;
    }

    public static Wording of(String text) {
        long[] words = Words.ofCopied(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        return new Wording(
                Arrays.stream(words).limit(MOST_WORDS).mapToInt(Long::hashCode).toArray());
    }

    static Wording of(int... words) {
        return new Wording(words.clone());
    }

    /** What {@link #bytes} wrote. */
    public static Wording read(ByteBuffer bytes) {
        int[] words = new int[Math.min(bytes.remaining() / Integer.BYTES, MOST_WORDS)];
        bytes.duplicate().asIntBuffer().get(words);
        return new Wording(words);
    }

    /** Of 4 bytes for each word. */
    public ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES);
        bytes.asIntBuffer().put(words);
        return bytes;
    }

    public boolean empty() {
        return words.length == 0;
    }

    int words() {
        return words.length;
    }

    /** All runs of so many words, overlapping and each as a number. */
    long[] grams(int length) {
        long[] grams = new long[Math.max(0, words.length - length + 1)];
        for (int at = 0; at < grams.length; at++) {
            long hash = length;
            for (int word = at; word < at + length; word++) {
                hash = mixed(hash + words[word]);
            }
            grams[at] = hash;
        }
        return grams;
    }

    /** Spreads a hash over all bits. */
    private static long mixed(long hash) {
        long spread = hash * 0x9E3779B97F4A7C15L;
        return spread ^ (spread >>> 32);
    }
}
