package io.millrace.verifier.reply;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what is said over and over: the same words, the same signs where there are no words, or the same line. */
final class Loops {

    private static final int MAX_PERIOD_WORDS = 40;
    private static final int MIN_REPEATS = 5;
    private static final int MIN_WORDS = 30;
    private static final int MAX_PERIOD_SIGNS = 16;
    private static final int MIN_SIGNS = 200;
    private static final int MIN_LINES = 6;
    private static final int MIN_LINE_WORDS = 4;

    /** The thresholds, for the hash of the check. */
    static final String RULE = "period of 1 to " + MAX_PERIOD_WORDS + " words " + MIN_REPEATS + " times over "
            + MIN_WORDS
            + " words; of 1 to " + MAX_PERIOD_SIGNS + " signs over " + MIN_SIGNS + "; " + MIN_LINES + " lines of "
            + MIN_LINE_WORDS + " words";

    private Loops() {}

    static Optional<String> in(String text) {
        if (words(text)) {
            return Optional.of("the same words over and over");
        }
        if (signs(text)) {
            return Optional.of("the same signs over and over");
        }
        return lines(text) ? Optional.of("the same line over and over") : Optional.empty();
    }

    private static boolean words(String text) {
        int[] words = numbered(text);
        for (int period = 1; period <= MAX_PERIOD_WORDS; period++) {
            int run = 0;
            for (int i = period; i < words.length; i++) {
                run = words[i] == words[i - period] ? run + 1 : 0;
                int covered = run + period;
                if (covered >= MIN_WORDS && covered >= period * MIN_REPEATS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words as numbers, the same for the same word. */
    private static int[] numbered(String text) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(text.split("\\s+", -1))
                .filter(Loops::says)
                .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> numbers.size()))
                .toArray();
    }

    /** Rulers and frames are of signs that are neither letters nor digits; they are no loop. */
    private static boolean signs(String text) {
        for (int period = 1; period <= MAX_PERIOD_SIGNS; period++) {
            int run = 0;
            for (int i = period; i < text.length(); i++) {
                run = text.charAt(i) == text.charAt(i - period) ? run + 1 : 0;
                if (run == MIN_SIGNS && says(text.substring(i - period, i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean says(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean lines(String text) {
        Map<String, Integer> seen = new HashMap<>();
        return text.lines()
                .map(String::strip)
                .filter(line -> line.split("\\s+", -1).length >= MIN_LINE_WORDS && says(line))
                .anyMatch(line -> seen.merge(line, 1, Integer::sum) >= MIN_LINES);
    }
}
