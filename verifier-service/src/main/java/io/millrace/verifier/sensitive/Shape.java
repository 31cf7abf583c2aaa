package io.millrace.verifier.sensitive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What values of one kind look like. An expression begins with a sign that most of a text does not have, and is bounded in its length
 * and in what it tries again; where only the middle of a value has such a sign, the beginning is looked for backwards from there.
 */
final class Shape {

    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_TOKEN_PART = 1_003;
    private static final int MIN_TOKEN_PART = 13;

    private final Pattern pattern;
    private final Beginning beginning;

    /** A value from its first character to behind its last. */
    record Span(int start, int end) {}

    /** Where a value begins of which the rest was found; not before a place, and -1 where it has no beginning. */
    private interface Beginning {

        int of(String text, int rest, int from);
    }

    private Shape(String expression, Beginning beginning) {
        this.pattern = Pattern.compile(expression);
        this.beginning = beginning;
    }

    static Shape of(String expression) {
        return new Shape(expression, (text, rest, from) -> rest);
    }

    /** An address of mail, by what stands from the at-sign on. */
    static Shape mailFrom(String expression) {
        return new Shape(expression, Shape::localPart);
    }

    /** A signed token in three parts, by what stands from its first point on. */
    static Shape tokenFrom(String expression) {
        return new Shape(expression, Shape::firstPart);
    }

    /** The first value from a place on. */
    Optional<Span> first(String text, int from) {
        Matcher matcher = pattern.matcher(text);
        for (int at = from; at <= text.length() && matcher.find(at); at = matcher.start() + 1) {
            int start = beginning.of(text, matcher.start(), from);
            if (start >= 0) {
                return Optional.of(new Span(start, matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static int localPart(String text, int rest, int from) {
        int start = -1;
        int least = Math.max(from, rest - MAX_LOCAL_PART);
        for (int i = rest - 1;
                i >= least && (alphanumeric(text.charAt(i)) || "._%+-".indexOf(text.charAt(i)) >= 0);
                i--) {
            start = alphanumeric(text.charAt(i)) ? i : start;
        }
        return start;
    }

    private static int firstPart(String text, int rest, int from) {
        int start = -1;
        int least = Math.max(from, rest - MAX_TOKEN_PART);
        for (int i = rest - 1; i >= least && (alphanumeric(text.charAt(i)) || "_-".indexOf(text.charAt(i)) >= 0); i--) {
            boolean begins = text.startsWith("eyJ", i) && (i == 0 || !alphanumeric(text.charAt(i - 1)));
            start = begins && rest - i >= MIN_TOKEN_PART ? i : start;
        }
        return start;
    }

    private static boolean alphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
