package io.millrace.evaluator.dedup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Texts of invented words, and copies of them in which words are replaced; with a Jaccard index that is computed the long way. */
final class PlantedTexts {

    private static final int SHINGLE = 5;

    private final RandomGenerator random;

    PlantedTexts(RandomGenerator random) {
        this.random = random;
    }

    List<String> text(int words) {
        return new ArrayList<>(random.ints(words, 0, 5_000)
                .mapToObj(word -> "w" + Integer.toString(word, 36))
                .toList());
    }

    List<String> withReplaced(List<String> text, int words) {
        List<String> copy = new ArrayList<>(text);
        for (int time = 0; time < words; time++) {
            copy.set(random.nextInt(copy.size()), "x" + random.nextInt(1_000_000));
        }
        return copy;
    }

    static String join(List<String> words) {
        return String.join(" ", words);
    }

    static double jaccard(List<String> one, List<String> other) {
        Set<List<String>> both = shingles(one);
        Set<List<String>> either = shingles(other);
        int sizes = both.size() + either.size();
        both.retainAll(either);
        return (double) both.size() / (sizes - both.size());
    }

    private static Set<List<String>> shingles(List<String> words) {
        Set<List<String>> shingles = new HashSet<>();
        for (int at = 0; at == 0 || at + SHINGLE <= words.size(); at++) {
            shingles.add(words.subList(at, Math.min(words.size(), at + SHINGLE)));
        }
        return shingles;
    }
}
