package io.millrace.generator.rule.program;

import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs over the words of a text. */
public final class Words {

    private static final List<String> LETTERS = List.of("aeinorst".split(""));
    private static final Comparator<String> BY_LENGTH = Comparator.comparingInt(String::length);

    private Words() {}

    public static Vocabulary<String> vocabulary() {
        return new Vocabulary<>(
                new Argument<>(
                        "text",
                        "a text of lower-case words between single spaces, or an empty text",
                        "text.split()",
                        words -> literal(String.join(" ", words))),
                filters(),
                Step.positions("words"),
                changes(),
                ends(),
                Words::sample);
    }

    private static List<String> sample(Choices choices) {
        return IntStream.range(0, choices.between(1, 11))
                .mapToObj(at -> word(choices))
                .toList();
    }

    private static String word(Choices choices) {
        return IntStream.range(0, choices.between(1, 6))
                .mapToObj(at -> choices.of(LETTERS))
                .collect(Collectors.joining());
    }

    private static List<Step<String, List<String>>> filters() {
        List<Step<String, List<String>>> filters = new ArrayList<>();
        for (String letter : LETTERS) {
            filters.add(starting(letter).confusedWith(containing(letter), ending(letter)));
            filters.add(ending(letter).confusedWith(containing(letter), starting(letter)));
            filters.add(containing(letter).confusedWith(starting(letter), lacking(letter)));
            filters.add(lacking(letter).confusedWith(containing(letter)));
        }
        for (int length = 2; length <= 5; length++) {
            filters.add(longer(length).confusedWith(longer(length - 1), shorter(length)));
            filters.add(shorter(length + 1).confusedWith(shorter(length + 2), longer(length + 1)));
        }
        return filters;
    }

    private static Step<String, List<String>> starting(String letter) {
        return Step.keep(
                "words that start with the letter " + letter,
                "value.startswith(\"%s\")".formatted(letter),
                word -> word.startsWith(letter));
    }

    private static Step<String, List<String>> ending(String letter) {
        return Step.keep(
                "words that end with the letter " + letter,
                "value.endswith(\"%s\")".formatted(letter),
                word -> word.endsWith(letter));
    }

    private static Step<String, List<String>> containing(String letter) {
        return Step.keep(
                "words that contain the letter " + letter,
                "\"%s\" in value".formatted(letter),
                word -> word.contains(letter));
    }

    private static Step<String, List<String>> lacking(String letter) {
        return Step.keep(
                "words that do not contain the letter " + letter,
                "\"%s\" not in value".formatted(letter),
                word -> !word.contains(letter));
    }

    private static Step<String, List<String>> longer(int length) {
        return Step.keep(
                "words of more than %d letters".formatted(length),
                "len(value) > " + length,
                word -> word.length() > length);
    }

    private static Step<String, List<String>> shorter(int length) {
        return Step.keep(
                "words of fewer than %d letters".formatted(length),
                "len(value) < " + length,
                word -> word.length() < length);
    }

    private static List<Step<String, List<String>>> changes() {
        List<Step<String, List<String>>> changes = new ArrayList<>();
        changes.add(Step.change(
                "Reverse the letters of each word",
                "value[::-1]",
                word -> new StringBuilder(word).reverse().toString()));
        changes.add(Step.change("Write each word twice without a space between", "value + value", word -> word + word));
        Step<String, List<String>> capital = Step.change(
                "Make the first letter of each word a capital",
                "value[:1].upper() + value[1:]",
                word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        Step<String, List<String>> capitals = Step.change(
                "Write each word in capital letters", "value.upper()", word -> word.toUpperCase(Locale.ROOT));
        changes.add(capital.confusedWith(capitals));
        changes.add(capitals.confusedWith(capital));
        for (int count = 2; count <= 5; count++) {
            changes.add(first(count).confusedWith(first(count + 1), last(count)));
            changes.add(last(count).confusedWith(last(count + 1), first(count)));
        }
        for (String letter : LETTERS) {
            changes.add(appended(letter).confusedWith(prepended(letter)));
            changes.add(prepended(letter).confusedWith(appended(letter)));
            for (String other : LETTERS) {
                if (!letter.equals(other)) {
                    changes.add(replaced(letter, other).confusedWith(replaced(other, letter)));
                }
            }
        }
        return changes;
    }

    private static Step<String, List<String>> first(int count) {
        return Step.change(
                "Cut each word after its first %d letters, if it has more".formatted(count),
                "value[:%d]".formatted(count),
                word -> word.substring(0, Math.min(count, word.length())));
    }

    private static Step<String, List<String>> last(int count) {
        return Step.change(
                "Keep of each word only its last %d letters, if it has more".formatted(count),
                "value[-%d:]".formatted(count),
                word -> word.substring(Math.max(0, word.length() - count)));
    }

    private static Step<String, List<String>> appended(String letter) {
        return Step.change(
                "Add the letter %s at the end of each word".formatted(letter),
                "value + \"%s\"".formatted(letter),
                word -> word + letter);
    }

    private static Step<String, List<String>> prepended(String letter) {
        return Step.change(
                "Add the letter %s at the start of each word".formatted(letter),
                "\"%s\" + value".formatted(letter),
                word -> letter + word);
    }

    private static Step<String, List<String>> replaced(String letter, String other) {
        return Step.change(
                "Replace every lower-case %s in each word by %s".formatted(letter, other),
                "value.replace(\"%s\", \"%s\")".formatted(letter, other),
                word -> word.replace(letter, other));
    }

    private static List<Step<String, String>> ends() {
        return Stream.of(texts(), figures(), picks(), lists())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step<String, String>> texts() {
        Step<String, String> spaces = joined("a space", " ");
        Step<String, String> hyphens = joined("a hyphen", "-");
        Step<String, String> nothing = joined("nothing", "");
        return List.of(
                spaces.confusedWith(hyphens, nothing),
                hyphens.confusedWith(spaces, nothing),
                nothing.confusedWith(spaces));
    }

    private static List<Step<String, String>> figures() {
        Step<String, String> count =
                Step.of("Return how many words there are", "len(values)", words -> Integer.toString(words.size()));
        Step<String, String> letters = Step.of(
                "Return how many letters the words have together",
                "sum(len(value) for value in values)",
                words -> Integer.toString(String.join("", words).length()));
        Step<String, String> lengths = Step.of(
                "Return the lengths of the words as a list",
                "[len(value) for value in values]",
                words -> words.stream().map(String::length).toList().toString());
        return List.of(letters.confusedWith(count), lengths.confusedWith(all()));
    }

    private static List<Step<String, String>> picks() {
        Step<String, String> longest = Step.of(
                "Return the longest of the words, the first of them if there are several, or an empty text if there is none",
                "max(values, key=len, default=\"\")",
                words -> literal(
                        words.stream().sorted(BY_LENGTH.reversed()).findFirst().orElse("")));
        Step<String, String> shortest = Step.of(
                "Return the shortest of the words, the first of them if there are several, or an empty text if there is none",
                "min(values, key=len, default=\"\")",
                words -> literal(words.stream().sorted(BY_LENGTH).findFirst().orElse("")));
        return List.of(longest.confusedWith(shortest), shortest.confusedWith(longest));
    }

    private static List<Step<String, String>> lists() {
        Step<String, String> reversed = Step.of(
                "Return the words as a list in reverse order", "values[::-1]", words -> literal(words.reversed()));
        Step<String, String> sorted = Step.of(
                "Return the words as a list sorted by code point",
                "sorted(values)",
                words -> literal(words.stream().sorted().toList()));
        return List.of(
                all().confusedWith(reversed, sorted),
                reversed.confusedWith(all()),
                sorted.confusedWith(all(), reversed));
    }

    private static Step<String, String> all() {
        return Step.of("Return the words as a list", "values", Words::literal);
    }

    private static Step<String, String> joined(String named, String separator) {
        return Step.of(
                "Return the words as one text with %s between them".formatted(named),
                "\"%s\".join(values)".formatted(separator),
                words -> literal(String.join(separator, words)));
    }

    private static String literal(String text) {
        return "\"" + text + "\"";
    }

    private static String literal(List<String> words) {
        return words.stream().map(Words::literal).collect(Collectors.joining(", ", "[", "]"));
    }
}
