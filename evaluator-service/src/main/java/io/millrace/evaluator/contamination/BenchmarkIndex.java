package io.millrace.evaluator.contamination;

import io.millrace.evaluator.dedup.Words;
import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkMatch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All texts of items of benchmarks, to find those that another text shares words with. A hash table whose chains run through arrays leads from a
 * run of eight words, or from an item that is shorter, to where it stands in an item; there the words themselves are compared, each by
 * half of its hash. A word of an item takes 12 to 20 bytes.
 */
public final class BenchmarkIndex {

    /** An index without a benchmark. */
    public static final BenchmarkIndex EMPTY = new IndexBuilder(0).build();

    /** Words in the runs that items are found by. */
    static final int GRAM = 8;

    static final int NONE = -1;

    /** Where very many items have the same run, only so many are looked at. */
    private static final int MOST_SHARING = 256;

    private static final int MOST_HITS = 8;

    private static final Comparator<BenchmarkHit> MOST_TELLING = Comparator.<BenchmarkHit, Boolean>comparing(
                    hit -> hit.getMatch() == BenchmarkMatch.SUSPECT)
            .thenComparing(Comparator.comparingDouble(BenchmarkHit::getCoverage).reversed())
            .thenComparing(BenchmarkHit::getBenchmark)
            .thenComparing(BenchmarkHit::getItem);

    /** The words of all items, one item after the other. */
    private final int[] words;

    /** By item: where its words begin; in the end, where the last one's end. */
    private final int[] starts;

    private final List<Name> names;

    /** By hash: where a run stands. Its length is a power of two. */
    private final int[] heads;

    /** By where a run begins: where the next one with the same hash stands. */
    private final int[] next;

    /** How many words the runs have that items are found by. */
    private final int[] lengths;

    /** Which item it is. */
    record Name(String benchmark, String version, String item) {}

    BenchmarkIndex(int[] words, int[] starts, List<Name> names, int[] heads, int[] next, int[] lengths) {
        this.words = words;
        this.starts = starts;
        this.names = List.copyOf(names);
        this.heads = heads;
        this.next = next;
        this.lengths = lengths;
    }

    /** How many texts of items there are. */
    public int texts() {
        return names.size();
    }

    /** How many words these have together. */
    public int words() {
        return words.length;
    }

    /** The bytes that it takes on the heap, but for the items' names. */
    public long bytes() {
        return (long) Integer.BYTES * (words.length + starts.length + heads.length + next.length);
    }

    /** What the parts of a record share with items together, the most telling first, and not all if there is very much. */
    public List<BenchmarkHit> in(Stream<String> parts, LeakRule rule) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<Integer, Overlap> found = new HashMap<>();
        parts.forEach(part -> compare(Words.ofCopied(part), found));
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Name> named = new HashSet<>();
        return found.entrySet().stream()
                .flatMap(entry -> hit(entry.getKey(), entry.getValue(), rule))
                .sorted(MOST_TELLING)
                .filter(hit -> named.add(new Name(hit.getBenchmark(), hit.getVersion(), hit.getItem())))
                .limit(MOST_HITS)
                .toList();
    }

    private Stream<BenchmarkHit> hit(int item, Overlap overlap, LeakRule rule) {
        int size = starts[item + 1] - starts[item];
        Name name = names.get(item);
        return rule.on(size, overlap).stream()
                .map(match -> new BenchmarkHit(
                        name.benchmark(),
                        name.version(),
                        name.item(),
                        match,
                        (double) overlap.covered() / size,
                        overlap.longest()));
    }

    private void compare(long[] text, Map<Integer, Overlap> found) {
        var grams = new Grams(text);
        for (int length : lengths) {
            long power = Grams.power(length);
            for (int at = 0; at + length <= text.length; at++) {
                int position = heads[grams.hash(at, length, power) & (heads.length - 1)];
                for (int count = 0; position != NONE && count < MOST_SHARING; count++) {
                    if (sameAt(position, text, at, length)) {
                        extend(position, text, at, length, found);
                    }
                    position = next[position];
                }
            }
        }
    }

    private boolean sameAt(int position, long[] text, int at, int length) {
        if (position + length > words.length) {
            return false;
        }
        for (int word = 0; word < length; word++) {
            if (words[position + word] != (int) text[at + word]) {
                return false;
            }
        }
        return true;
    }

    private void extend(int position, long[] text, int at, int length, Map<Integer, Overlap> found) {
        int item = itemAt(position);
        int begin = starts[item];
        int end = starts[item + 1];
        boolean ofOtherLength = length != Math.min(GRAM, end - begin);
        boolean isSeen = at > 0 && position > begin && words[position - 1] == (int) text[at - 1];
        if (ofOtherLength || isSeen) {
            return;
        }
        int run = length;
        while (position + run < end && at + run < text.length && words[position + run] == (int) text[at + run]) {
            run++;
        }
        Overlap before = found.getOrDefault(item, Overlap.NONE);
        found.put(item, before.and(position - begin, run, run == text.length));
    }

    private int itemAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }
}
