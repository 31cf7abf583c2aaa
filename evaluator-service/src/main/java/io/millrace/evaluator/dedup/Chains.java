package io.millrace.evaluator.dedup;

import java.util.Arrays;

/**
 * Entries, numbered from 0 in the order in which they came, by their keys, which several may share. A hash table whose chains run through
 * arrays: there are millions of entries, and an object for each would cost many times its size. The keys are hashes already.
 */
public final class Chains {

    /** In place of an entry where there is none. */
    public static final int NONE = -1;

    /** By hash: one of its entries. Its length is a power of two. */
    private int[] heads = filled(1 << 10);

    /** By entry: the next one with the same hash. */
    private int[] next = new int[1 << 9];

    private int[] keys = new int[1 << 9];
    private int size;

    /** How many entries there are, and the number of the next one. */
    public int size() {
        return size;
    }

    /** Adds the next one. */
    public void add(int key) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        link(size++);
    }

    /** The entry with this key that came last, or {@link #NONE}. */
    public int last(int key) {
        return from(heads[slot(key)], key);
    }

    /** The entry with the same key that came before, or {@link #NONE}. */
    public int before(int entry) {
        return from(next[entry], keys[entry]);
    }

    private int from(int first, int key) {
        int entry = first;
        while (entry != NONE && keys[entry] != key) {
            entry = next[entry];
        }
        return entry;
    }

    private void link(int entry) {
        int slot = slot(keys[entry]);
        next[entry] = heads[slot];
        heads[slot] = entry;
    }

    private void grow() {
        int wanted = keys.length + (keys.length >> 1);
        keys = Arrays.copyOf(keys, wanted);
        next = Arrays.copyOf(next, wanted);
        if (wanted > heads.length) {
            heads = filled(2 * heads.length);
            for (int entry = 0; entry < size; entry++) {
                link(entry);
            }
        }
    }

    private int slot(int key) {
        return key & (heads.length - 1);
    }

    private static int[] filled(int length) {
        int[] heads = new int[length];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
