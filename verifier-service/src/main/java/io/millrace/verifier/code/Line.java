package io.millrace.verifier.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of Python and how far it has been read. */
final class Line {

    /** Stands after the end. */
    static final char END = '\0';

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]*");

    private final String text;
    private int at;

    Line(String text) {
        this.text = text;
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    char next() {
        char next = peek();
        at++;
        return next;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Reads these characters, after blanks, if they come next. */
    boolean take(String expected) {
        skipBlanks();
        boolean found = text.startsWith(expected, at);
        if (found) {
            at += expected.length();
        }
        return found;
    }

    void expect(String expected) throws NotDataException {
        if (!take(expected)) {
            throw new NotDataException("no " + expected);
        }
    }

    /** Reads a run of letters, digits and underscores, after blanks; empty if none comes next. */
    String word() {
        skipBlanks();
        return take(WORD);
    }

    /** Reads what the pattern matches next; empty if it does not. */
    String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(Math.min(at, text.length()), text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    /** Reads exactly as many characters. */
    String take(int count) throws NotDataException {
        if (at + count > text.length()) {
            throw new NotDataException("the line ends too early");
        }
        at += count;
        return text.substring(at - count, at);
    }

    /** Goes back to a place where {@link #place} was asked. */
    void returnTo(int place) {
        at = place;
    }

    int place() {
        return at;
    }

    /** Whether nothing but a comment is left. */
    boolean ended() {
        skipBlanks();
        return at >= text.length() || peek() == '#';
    }
}
