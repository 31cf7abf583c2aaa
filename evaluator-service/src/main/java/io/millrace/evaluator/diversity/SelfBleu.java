package io.millrace.evaluator.diversity;

import java.util.Arrays;
import java.util.List;

/**
 * How much texts repeat each other: the mean BLEU of each against all the others, 1 where all are the same (Y. Zhu and others, Texygen: A
 * Benchmarking Platform for Text Generation Models, SIGIR 2018). BLEU is that of K. Papineni and others, 2002, up to runs of 4 words; a
 * precision of 0 counts as 0.1 matches (B. Chen, C. Cherry, 2014, technique 1), and a text that shares no word with the others as 0.
 *
 * <p>A run counts as often as it is in any one of the others. It is enough to know for each run the text that has it most often, and
 * how often any other one does, so that nothing is sampled and the time grows with the words, not with the pairs of texts.
 */
final class SelfBleu {

    private static final int LONGEST = 4;
    private static final double MATCHES_FOR_NONE = 0.1;

    private SelfBleu() {}

    /** The mean of at least two texts. */
    static double of(List<Wording> texts) {
        return Arrays.stream(each(texts)).average().orElseThrow();
    }

    /** The BLEU of each text against all the others. */
    static double[] each(List<Wording> texts) {
        double[] logarithms = new double[texts.size()];
        boolean[] foreign = new boolean[texts.size()];
        for (int length = 1; length <= LONGEST; length++) {
            add(texts, length, logarithms, foreign);
        }
        int[] sizes = sizes(texts);
        double[] scores = new double[texts.size()];
        for (int text = 0; text < scores.length; text++) {
            int words = texts.get(text).words();
            scores[text] = foreign[text] ? 0 : Math.exp(logarithms[text] / LONGEST) * brevity(words, sizes);
        }
        return scores;
    }

    private static void add(List<Wording> texts, int length, double[] logarithms, boolean[] foreign) {
        long[][] grams = texts.stream().map(text -> text.grams(length)).toArray(long[][]::new);
        var most = new MostOften(grams);
        for (int text = 0; text < grams.length; text++) {
            int matches = most.matches(text);
            logarithms[text] += Math.log((matches == 0 ? MATCHES_FOR_NONE : matches) / Math.max(1, grams[text].length));
            foreign[text] |= length == 1 && matches == 0;
        }
    }

    /** How many texts there are of each number of words. */
    private static int[] sizes(List<Wording> texts) {
        int longest = texts.stream().mapToInt(Wording::words).max().orElseThrow();
        int[] sizes = new int[longest + 1];
        texts.forEach(text -> sizes[text.words()]++);
        return sizes;
    }

    /** Less than 1 for a text that is shorter than the one whose length is closest, the shorter of two. */
    private static double brevity(int words, int[] sizes) {
        if (sizes[words] > 1) {
            return 1;
        }
        int apart = 1;
        while (!any(sizes, words - apart) && !any(sizes, words + apart)) {
            apart++;
        }
        return any(sizes, words - apart) ? 1 : Math.exp(1 - (double) (words + apart) / words);
    }

    private static boolean any(int[] sizes, int words) {
        return words >= 0 && words < sizes.length && sizes[words] > 0;
    }

    /** By run: how often it is in the text that has it most often, and how often at most in any other. An open hash table. */
    private static final class MostOften {

        private static final int NOBODY = -1;

        /** By text and place: where in the table its run is. */
        private final int[][] slots;

        private final long[] keys;
        private final int[] owner;
        private final int[] most;
        private final int[] next;

        /** By run: the text that is being counted, and how often it was met in there. */
        private final int[] counting;

        private final int[] count;

        MostOften(long[][] grams) {
            int all = Arrays.stream(grams).mapToInt(text -> text.length).sum();
            int size = Integer.highestOneBit(Math.max(1, all)) << 2;
            keys = new long[size];
            owner = filled(size);
            most = new int[size];
            next = new int[size];
            counting = filled(size);
            count = new int[size];
            slots = new int[grams.length][];
            for (int text = 0; text < grams.length; text++) {
                slots[text] = new int[grams[text].length];
                for (int at = 0; at < grams[text].length; at++) {
                    slots[text][at] = slot(grams[text][at]);
                    note(text, slots[text][at]);
                }
            }
            Arrays.fill(counting, NOBODY);
        }

        /** How many runs of a text others have as well, each at most as often as one of them has it. */
        int matches(int text) {
            int matches = 0;
            for (int slot : slots[text]) {
                int others = owner[slot] == text ? next[slot] : most[slot];
                matches += counted(text, slot) <= others ? 1 : 0;
            }
            return matches;
        }

        private void note(int text, int slot) {
            int times = counted(text, slot);
            if (owner[slot] == text) {
                most[slot] = times;
            } else if (times > most[slot]) {
                next[slot] = most[slot];
                most[slot] = times;
                owner[slot] = text;
            } else {
                next[slot] = Math.max(next[slot], times);
            }
        }

        private int counted(int text, int slot) {
            count[slot] = counting[slot] == text ? count[slot] + 1 : 1;
            counting[slot] = text;
            return count[slot];
        }

        private int slot(long gram) {
            int slot = (int) gram & (keys.length - 1);
            while (owner[slot] != NOBODY && keys[slot] != gram) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = gram;
            return slot;
        }

        private static int[] filled(int size) {
            int[] filled = new int[size];
            Arrays.fill(filled, NOBODY);
            return filled;
        }
    }
}
