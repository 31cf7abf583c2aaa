package io.millrace.generator.rule.family;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One change to a text of lower-case letters, or of words between single spaces.
 *
 * @param request asks for the change
 * @param change makes it
 * @param otherwise makes it in another way, as a proof
 */
record Transform(String request, UnaryOperator<String> change, UnaryOperator<String> otherwise) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final Pattern WORD = Pattern.compile("(\\w)(\\w*)");

    /**
     * Changes to a single word. Only vowels are ever removed for good, and no sum of the shifts takes one vowel to another, so a word
     * that alternates between consonants and vowels never becomes empty.
     */
    static final List<Transform> OF_LETTERS = List.of(
            new Transform(
                    "reverse the text",
                    Transform::reversed,
                    text -> picked(text, text.length(), at -> text.length() - 1 - at)),
            rotation(1),
            rotation(2),
            rotation(3),
            shift(1, "one place forward in the alphabet, with a after z"),
            shift(2, "two places forward in the alphabet, with a after z"),
            shift(-1, "one place back in the alphabet, with z before a"),
            new Transform(
                    "remove every vowel (a, e, i, o, u)",
                    text -> text.replaceAll("[aeiou]", ""),
                    text -> kept(text, at -> "aeiou".indexOf(text.charAt(at)) < 0)),
            new Transform(
                    "write every letter twice in a row",
                    text -> text.replaceAll("(.)", "$1$1"),
                    text -> picked(text, 2 * text.length(), at -> at / 2)),
            new Transform("sort the letters alphabetically", Transform::sorted, Transform::counted),
            new Transform(
                    "swap the first and the last letter",
                    text -> text.replaceAll("^(.)(.*)(.)$", "$3$2$1"),
                    text -> exchanged(text, 0, text.length() - 1)),
            new Transform(
                    "swap the first letter with the second, the third with the fourth, and so on; a last one alone stays",
                    text -> text.replaceAll("(.)(.)", "$2$1"),
                    text -> picked(text, text.length(), at -> (at ^ 1) < text.length() ? at ^ 1 : at)),
            new Transform(
                    "keep only the first occurrence of each letter",
                    text -> text.chars()
                            .distinct()
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()),
                    text -> kept(text, at -> text.indexOf(text.charAt(at)) == at)),
            new Transform(
                    "append the reversed text to the text",
                    text -> text + reversed(text),
                    text -> picked(text, 2 * text.length(), at -> Math.min(at, 2 * text.length() - 1 - at))));

    /** Changes to a sentence of words that have at least two letters. */
    static final List<Transform> OF_WORDS = List.of(
            ofWords("reverse the order of the words", List::reversed, words -> {
                List<String> changed = new ArrayList<>(words);
                Collections.reverse(changed);
                return changed;
            }),
            new Transform(
                    "reverse the letters of every word, leaving the words in place",
                    text -> eachWord(text, Transform::reversed),
                    text -> String.join(" ", words(reversed(text)).reversed())),
            ofWords(
                    "sort the words alphabetically, ignoring case",
                    words ->
                            words.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(),
                    Transform::insertionSorted),
            new Transform(
                    "write the whole text in capital letters",
                    text -> text.toUpperCase(Locale.ROOT),
                    text -> text.chars()
                            .map(letter -> letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining())),
            new Transform(
                    "make the first letter of every word a capital, leaving its other letters as they are",
                    text -> eachWord(text, word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)),
                    text -> WORD.matcher(text)
                            .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT) + found.group(2))),
            ofWords(
                    "move the first word to the end",
                    words -> {
                        List<String> changed = new ArrayList<>(words);
                        Collections.rotate(changed, -1);
                        return changed;
                    },
                    words -> IntStream.range(0, words.size())
                            .mapToObj(at -> words.get((at + 1) % words.size()))
                            .toList()),
            ofWords(
                    "write every word twice in a row",
                    words -> words.stream()
                            .<String>mapMulti((word, twice) -> {
                                twice.accept(word);
                                twice.accept(word);
                            })
                            .toList(),
                    words -> IntStream.range(0, 2 * words.size())
                            .mapToObj(at -> words.get(at / 2))
                            .toList()),
            new Transform(
                    "remove the first letter of every word",
                    text -> eachWord(text, word -> word.substring(1)),
                    text -> WORD.matcher(text).replaceAll("$2")));

    private static Transform rotation(int times) {
        String request = "move the first letter to the end" + (times == 1 ? "" : ", %d times".formatted(times));
        return new Transform(
                request,
                text -> {
                    int cut = times % text.length();
                    return text.substring(cut) + text.substring(0, cut);
                },
                text -> picked(text, text.length(), at -> (at + times) % text.length()));
    }

    private static Transform shift(int places, String named) {
        return new Transform(
                "move every letter " + named,
                text -> text.chars()
                        .map(letter -> 'a' + Math.floorMod(letter - 'a' + places, ALPHABET.length()))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()),
                text -> {
                    String turned =
                            rotation(places + ALPHABET.length()).change().apply(ALPHABET);
                    return picked(turned, text.length(), at -> ALPHABET.indexOf(text.charAt(at)));
                });
    }

    private static Transform ofWords(
            String request, UnaryOperator<List<String>> change, UnaryOperator<List<String>> otherwise) {
        return new Transform(
                request,
                text -> String.join(" ", change.apply(words(text))),
                text -> String.join(" ", otherwise.apply(words(text))));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static String eachWord(String text, UnaryOperator<String> change) {
        return words(text).stream().map(change).collect(Collectors.joining(" "));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static String sorted(String text) {
        return text.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String counted(String text) {
        TreeMap<Character, Integer> counts = new TreeMap<>();
        text.chars().forEach(letter -> counts.merge((char) letter, 1, Integer::sum));
        StringBuilder sorted = new StringBuilder();
        counts.forEach((letter, count) -> sorted.repeat(letter, count));
        return sorted.toString();
    }

    private static String picked(String text, int length, IntUnaryOperator from) {
        StringBuilder picked = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            picked.append(text.charAt(from.applyAsInt(at)));
        }
        return picked.toString();
    }

    private static String kept(String text, IntPredicate at) {
        return IntStream.range(0, text.length())
                .filter(at)
                .mapToObj(kept -> text.substring(kept, kept + 1))
                .collect(Collectors.joining());
    }

    private static String exchanged(String text, int one, int other) {
        StringBuilder exchanged = new StringBuilder(text);
        exchanged.setCharAt(one, text.charAt(other));
        exchanged.setCharAt(other, text.charAt(one));
        return exchanged.toString();
    }

    private static List<String> insertionSorted(List<String> words) {
        Comparator<String> order = Comparator.comparing(word -> word.toLowerCase(Locale.ROOT));
        List<String> sorted = new ArrayList<>();
        for (String word : words) {
            int at = sorted.size();
            while (at > 0 && order.compare(sorted.get(at - 1), word) > 0) {
                at--;
            }
            sorted.add(at, word);
        }
        return sorted;
    }
}
