package io.millrace.verifier.code.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of Python and how far it has been read. */
public final class Line {

    /** Stands after the end. */
    static final char END = '\0';

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]*");

    private final String text;
    private int at;

    public Line(String text) {
        this.text = text;
    }

    public char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    public char next() {
        char next = peek();
        at++;
        return next;
    }

    public void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Reads these characters, after blanks, if they come next. */
    public boolean take(String expected) {
        skipBlanks();
        boolean found = text.startsWith(expected, at);
        if (found) {
            at += expected.length();
        }
        return found;
    }

    public void expect(String expected) throws NotDataException {
        if (!take(expected)) {
            throw new NotDataException("no " + expected);
        }
    }

    /** Reads a run of letters, digits and underscores, after blanks; empty if none comes next. */
    public String word() {
        skipBlanks();
        return take(WORD);
    }

    /** Reads what the pattern matches next; empty if it does not. */
    public String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(Math.min(at, text.length()), text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    /** Reads exactly as many characters. */
    public String take(int count) throws NotDataException {
        if (at + count > text.length()) {
            throw new NotDataException("the line ends too early");
        }
        at += count;
        return text.substring(at - count, at);
    }

    /** Goes back to a place where {@link #place} was asked. */
    public void returnTo(int place) {
        at = place;
    }

    public int place() {
        return at;
    }

    /** Whether nothing but a comment is left. */
    public boolean ended() {
        skipBlanks();
        return at >= text.length() || peek() == '#';
    }
}
