package io.millrace.evaluator.trigger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringTokenizer;

/** The hashes of a text's word 4-grams, in order and as far as they count. */
public final class FourGrams {

    /** No text has more weight in a window than this many. */
    private static final int MAX = 256;

    private static final int LENGTH = 4;

    private FourGrams() {}

    public static List<Integer> of(String text) {
        var words = new StringTokenizer(text);
        List<Integer> hashes = new ArrayList<>();
        Deque<String> last = new ArrayDeque<>(LENGTH);
        while (hashes.size() < MAX && words.hasMoreTokens()) {
            last.addLast(words.nextToken());
            if (last.size() == LENGTH) {
                hashes.add(mixed(String.join(" ", last).hashCode()));
                last.removeFirst();
            }
        }
        return hashes;
    }

    /** Spreads a hash of a text over all bits; the last step of MurmurHash3. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
