package io.millrace.generator.rule.reply;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that a reply must be.
 *
 * @param wish what the reply is asked for, after "It must"
 * @param constraint the same as the constraint of a chat task
 * @param met tells whether a reply fulfils it
 */
public record Demand(String wish, String constraint, Predicate<String> met) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]");

    public static Demand bullets(int count) {
        return new Demand(
                "have exactly %d bullets that begin with a dash".formatted(count),
                "{\"type\":\"bullets\",\"exactly\":%d}".formatted(count),
                reply -> reply.lines().filter(line -> line.startsWith("- ")).count() == count);
    }

    public static Demand words(int count) {
        return new Demand(
                "have exactly %d words".formatted(count),
                "{\"type\":\"words\",\"exactly\":%d}".formatted(count),
                reply -> words(reply) == count);
    }

    public static Demand contains(String word, int times) {
        return new Demand(
                "contain the word \"%s\" exactly %s".formatted(word, times == 1 ? "once" : times + " times"),
                "{\"type\":\"contains\",\"keyword\":\"%s\",\"exactly\":%d}".formatted(word, times),
                reply -> occurrences(reply, word) == times);
    }

    public static Demand excludes(String word) {
        return new Demand(
                "not contain the word \"%s\"".formatted(word),
                "{\"type\":\"excludes\",\"keyword\":\"%s\"}".formatted(word),
                reply -> occurrences(reply, word) == 0);
    }

    public static Demand startsWith(String text) {
        return new Demand(
                "begin with \"%s\"".formatted(text),
                "{\"type\":\"startsWith\",\"text\":\"%s\"}".formatted(text),
                reply -> reply.startsWith(text));
    }

    public static Demand endsWith(String text) {
        return new Demand(
                "end with \"%s\"".formatted(text),
                "{\"type\":\"endsWith\",\"text\":\"%s\"}".formatted(text),
                reply -> reply.endsWith(text));
    }

    public static Demand noCommas() {
        return new Demand("be free of commas", "{\"type\":\"noCommas\"}", reply -> !reply.contains(","));
    }

    public static Demand lowerCase() {
        return new Demand(
                "be in small letters throughout",
                "{\"type\":\"case\",\"is\":\"lower\"}",
                reply -> reply.equals(reply.toLowerCase(Locale.ROOT)));
    }

    /** How many of the parts between blanks have a letter. */
    public static int words(String reply) {
        return (int) BLANKS.splitAsStream(reply)
                .filter(part -> !letters(part).isEmpty())
                .count();
    }

    private static long occurrences(String reply, String word) {
        return BLANKS.splitAsStream(reply)
                .filter(part -> letters(part).equalsIgnoreCase(word))
                .count();
    }

    private static String letters(String part) {
        return NO_LETTERS.matcher(part).replaceAll("");
    }
}
