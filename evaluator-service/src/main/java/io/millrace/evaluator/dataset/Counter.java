package io.millrace.evaluator.dataset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** How often each of many things was met. There is a bound on how many are told apart; those met after it count together. */
final class Counter<K> {

    static final int MAX_APART = 1_000;

    /** What stands for the rest among texts. */
    static final String OTHERS = "(others)";

    private static final int MAX_TEXT = 200;

    private final Map<K, Long> counts = new HashMap<>();
    private final K others;

    /** @param others what stands for all that are not told apart */
    Counter(K others) {
        this.others = others;
    }

    static Counter<String> ofTexts() {
        return new Counter<>(OTHERS);
    }

    /** A text from outside, short enough to be told apart from others in a manifest. */
    static String brief(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT / 2)) + "…";
    }

    void add(K key) {
        counts.merge(counts.size() < MAX_APART || counts.containsKey(key) ? key : others, 1L, Long::sum);
    }

    SortedMap<K, Long> sorted() {
        return new TreeMap<>(counts);
    }

    /** In order: what was met most often comes first. */
    <R> List<R> ranked(BiFunction<K, Long, R> entry) {
        Comparator<Map.Entry<K, Long>> mostFirst =
                Map.Entry.<K, Long>comparingByValue().reversed();
        return counts.entrySet().stream()
                .sorted(mostFirst.thenComparing(each -> each.getKey().toString()))
                .map(each -> entry.apply(each.getKey(), each.getValue()))
                .toList();
    }
}
