package io.millrace.deploy.console;

/** Texts of others, made fit for a terminal: a model's answer must not drive it. */
public final class Printable {

    private Printable() {}

    /** The text without its control characters; lines and tabs stay. */
    public static String text(String text) {
        return text.codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The beginning of the text on one line, without its control characters. */
    public static String line(String text, int maxLength) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .limit(maxLength)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
