package io.millrace.generator.expansion;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What share of all runs of three words, in either of two texts, is in both; of single words where one of the texts is short. */
final class Similarity {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int RUN = 3;
    private static final int SHORT = 12;

    private Similarity() {}

    /** From 0 for nothing in common to 1 for the same words in the same order. */
    static double of(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
        int run = Math.min(words.size(), others.size()) < SHORT ? 1 : RUN;
        Set<List<String>> runs = runs(words, run);
        Set<List<String>> otherRuns = runs(others, run);
        long shared = runs.stream().filter(otherRuns::contains).count();
        long all = runs.size() + otherRuns.size() - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<List<String>> runs(List<String> words, int length) {
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToObj(start -> words.subList(start, start + length))
                .collect(Collectors.toSet());
    }
}
