package io.millrace.evaluator.contamination;

import io.millrace.evaluator.dedup.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Takes in the items of benchmarks one by one. */
public final class IndexBuilder {

    private static final int FEWEST_HEADS = 16;

    private final int most;
    private final List<BenchmarkIndex.Name> names = new ArrayList<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
    private int[] words = new int[FEWEST_HEADS];

    /** By where a run begins: its hash. */
    private int[] hashes = new int[FEWEST_HEADS];

    private int[] starts = new int[FEWEST_HEADS];
    private int size;

    /** @param most words that may be taken in */
    public IndexBuilder(int most) {
        this.most = most;
    }

    /**
     * Takes in an item.
     *
     * @param texts what is looked for, the first of them even if it is very short
     * @return false if there is no room for all of it
     */
    public boolean add(String benchmark, String version, String item, List<String> texts) {
        var name = new BenchmarkIndex.Name(benchmark, version, item);
        boolean whole = true;
        for (int number = 0; number < texts.size(); number++) {
            long[] found = Words.ofCopied(texts.get(number));
            if (found.length >= (number == 0 ? 1 : LeakRule.FEWEST)) {
                whole &= add(name, found);
            }
        }
        return whole;
    }

    private boolean add(BenchmarkIndex.Name name, long[] text) {
        if (text.length > most - size) {
            return false;
        }
        reserve(size + text.length);
        names.add(name);
        take(text);
        return true;
    }

    private void take(long[] text) {
        int length = Math.min(BenchmarkIndex.GRAM, text.length);
        lengths.add(length);
        long power = Grams.power(length);
        var grams = new Grams(text);
        for (int at = 0; at < text.length; at++) {
            words[size + at] = (int) text[at];
            hashes[size + at] = at + length <= text.length ? grams.hash(at, length, power) : 0;
        }
        size += text.length;
        starts[names.size()] = size;
    }

    /** The index of all that was taken in. */
    public BenchmarkIndex build() {
        int[] heads = new int[Math.max(FEWEST_HEADS, Integer.highestOneBit(Math.max(1, size)) << 1)];
        Arrays.fill(heads, BenchmarkIndex.NONE);
        int[] next = new int[size];
        for (int item = 0; item < names.size(); item++) {
            int length = Math.min(BenchmarkIndex.GRAM, starts[item + 1] - starts[item]);
            for (int position = starts[item]; position + length <= starts[item + 1]; position++) {
                int slot = hashes[position] & (heads.length - 1);
                next[position] = heads[slot];
                heads[slot] = position;
            }
        }
        return new BenchmarkIndex(
                Arrays.copyOf(words, size),
                Arrays.copyOf(starts, names.size() + 1),
                names,
                heads,
                next,
                lengths.stream().mapToInt(Integer::intValue).toArray());
    }

    private void reserve(int wanted) {
        if (wanted > words.length) {
            int more = Math.max(wanted, words.length + (words.length >> 1));
            words = Arrays.copyOf(words, more);
            hashes = Arrays.copyOf(hashes, more);
        }
        if (names.size() + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
    }
}
