package io.millrace.generator.counterfactual;

import io.millrace.generator.rule.number.Rational;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The numbers that a text names, each as often as it is named: digits, with sign, decimals and grouping by commas, and English number
 * words from two on. "One" is no number here, being a pronoun too.
 */
final class NumbersInText {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<![\\p{L}\\p{N})\\]}])[-\u2212])?[0-9]{1,200}(?:,[0-9]{3}(?![0-9])){0,20}(?:\\.[0-9]{1,200})?|\\p{L}+");

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("thousand", 1_000),
            Map.entry("million", 1_000_000));

    private NumbersInText() {}

    /** In ascending order. */
    static List<Rational> of(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(found -> !Character.isLetter(found.codePointAt(0)) || WORDS.containsKey(found))
                .map(NumbersInText::value)
                .sorted()
                .toList();
    }

    private static Rational value(String found) {
        Integer word = WORDS.get(found);
        return word == null ? Rational.ofDecimal(found.replace(",", "").replace('\u2212', '-')) : Rational.of(word);
    }
}
