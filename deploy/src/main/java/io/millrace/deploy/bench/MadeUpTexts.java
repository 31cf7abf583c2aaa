package io.millrace.deploy.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts of words that are drawn as often as those of a language are, in sentences of the usual lengths. */
final class MadeUpTexts {

    private static final int VOCABULARY = 20_000;
    private static final int FEWEST_WORDS = 6;
    private static final int MOST_WORDS = 90;
    private static final int SENTENCE = 12;

    private final RandomGenerator random;

    MadeUpTexts(RandomGenerator random) {
        this.random = random;
    }

    List<String> some(int count) {
        return Stream.generate(this::text).limit(count).toList();
    }

    private String text() {
        return random.ints(random.nextInt(FEWEST_WORDS, MOST_WORDS), 0, SENTENCE)
                .mapToObj(place -> place == 0 ? word() + "." : word())
                .collect(Collectors.joining(" "));
    }

    /** The word of rank n comes about 1/n times as often as the first. */
    private String word() {
        int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
        return random.nextInt(20) == 0 ? Integer.toString(rank) : "w" + Integer.toString(rank, 36);
    }
}
