package io.millrace.verifier.code.value;

import io.millrace.verifier.code.value.PythonValue.Octets;
import io.millrace.verifier.code.value.PythonValue.Text;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads a text or bytes literal that stands in a line of Python, quoted once. */
final class PythonText {

    private final Line line;

    PythonText(Line line) {
        this.line = line;
    }

    /** Reads from the opening quote on. */
    PythonValue read(String prefix) throws NotDataException {
        boolean raw = prefix.equalsIgnoreCase("r");
        boolean octets = prefix.equalsIgnoreCase("b");
        if (!raw && !octets && !prefix.isEmpty() && !prefix.equalsIgnoreCase("u")) {
            throw new NotDataException("an unknown prefix");
        }
        StringBuilder text = new StringBuilder();
        char quote = quote();
        for (char next = line.next(); next != quote; next = line.next()) {
            if (next == '\\' && !raw) {
                text.appendCodePoint(escaped(octets));
            } else {
                text.append(plain(next, octets));
                if (next == '\\') {
                    text.append(plain(line.next(), octets));
                }
            }
        }
        // A quote right after the last one would be a triple quote, or a second literal to be joined.
        line.skipBlanks();
        if (line.peek() == '\'' || line.peek() == '"') {
            throw new NotDataException("two literals");
        }
        String value = text.toString();
        return octets
                ? new Octets(HexFormat.of().formatHex(value.getBytes(StandardCharsets.ISO_8859_1)), false)
                : new Text(value);
    }

    private static char plain(char next, boolean octets) throws NotDataException {
        if ((next < ' ' && next != '\t') || (octets && next > '~')) {
            throw new NotDataException("no plain text");
        }
        return next;
    }

    private char quote() throws NotDataException {
        char quote = line.next();
        if (quote != '\'' && quote != '"') {
            throw new NotDataException("no quote");
        }
        return quote;
    }

    /** The character that an escape stands for; those that Python merely tolerates are refused. */
    private int escaped(boolean octets) throws NotDataException {
        char escape = line.next();
        return switch (escape) {
            case '\\', '\'', '"' -> escape;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> 11;
            case 'x' -> coded(2);
            case 'u' -> octets ? refused() : coded(4);
            case 'U' -> octets ? refused() : coded(8);
            case '0' -> line.peek() >= '0' && line.peek() <= '7' ? refused() : 0;
            default -> refused();
        };
    }

    private int coded(int digits) throws NotDataException {
        String code = line.take(digits);
        try {
            int point = HexFormat.fromHexDigits(code);
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            return half || !Character.isValidCodePoint(point) ? refused() : point;
        } catch (IllegalArgumentException noHex) {
            return refused();
        }
    }

    private static int refused() throws NotDataException {
        throw new NotDataException("an unknown escape");
    }
}
