package io.millrace.deploy.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbered questions with answers, all of invented words; after the first, which are all different, one in four is a copy with changes. */
final class PlantedExchanges {

    private static final int VOCABULARY = 20_000;
    private static final int LEAST_WORDS = 30;
    private static final int MORE_WORDS = 60;
    private static final int COPY_ONE_IN = 4;
    private static final int MOST_CHANGES = 3;
    private static final int SHINGLE = 5;

    private final int different;

    PlantedExchanges(int different) {
        this.different = different;
    }

    /** One of them, with the number of the one that it is a copy of, or its own. */
    record Exchange(String question, String answer, int original) {}

    Exchange exchange(int number) {
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        if (number < different || number % COPY_ONE_IN != 0) {
            return new Exchange(text(random), text(random), number);
        }
        Exchange original = exchange(random.nextInt(different));
        return new Exchange(
                changed(original.question(), random), changed(original.answer(), random), original.original());
    }

    /** The lesser Jaccard index of both parts, computed the long way. */
    static double similarity(Exchange one, Exchange other) {
        return Math.min(jaccard(one.question(), other.question()), jaccard(one.answer(), other.answer()));
    }

    private static String text(Random random) {
        return random.ints(LEAST_WORDS + random.nextInt(MORE_WORDS), 0, VOCABULARY)
                .mapToObj(word -> "w" + Integer.toString(word, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }

    private static String changed(String text, Random random) {
        String[] words = words(text);
        for (int change = random.nextInt(MOST_CHANGES + 1); change > 0; change--) {
            words[random.nextInt(words.length)] = "x" + random.nextInt(VOCABULARY);
        }
        return String.join(" ", words);
    }

    private static double jaccard(String one, String other) {
        Set<List<String>> both = shingles(one);
        Set<List<String>> either = shingles(other);
        int sizes = both.size() + either.size();
        both.retainAll(either);
        return (double) both.size() / (sizes - both.size());
    }

    private static Set<List<String>> shingles(String text) {
        List<String> words = Arrays.asList(words(text));
        return IntStream.rangeClosed(0, words.size() - SHINGLE)
                .mapToObj(at -> words.subList(at, at + SHINGLE))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }
}
