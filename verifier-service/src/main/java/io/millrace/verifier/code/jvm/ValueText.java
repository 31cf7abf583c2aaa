package io.millrace.verifier.code.jvm;

import java.io.Serial;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a program returned as the tests write it. Only plain types of the platform have a form. */
final class ValueText {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_LENGTH = 8 << 20;

    private final StringBuilder text = new StringBuilder();

    /** A value that is not plain data; the message names its type. */
    static final class NotPlainException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        NotPlainException(String kind) {
            super(kind);
        }
    }

    /** A value that takes more room than there is. */
    static final class TooLargeException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;
    }

    private ValueText() {}

    static String of(@Nullable Object value) throws NotPlainException, TooLargeException {
        ValueText own = new ValueText();
        own.write(value, 0);
        return own.text.toString();
    }

    private void write(@Nullable Object value, int depth) throws NotPlainException, TooLargeException {
        if (text.length() > MAX_LENGTH) {
            throw new TooLargeException();
        }
        if (depth > MAX_DEPTH) {
            throw new NotPlainException("data nested too deep");
        }
        if (value == null || value instanceof Boolean || isWhole(value)) {
            text.append(value);
        } else if (value instanceof Double || value instanceof Float) {
            writeReal(((Number) value).doubleValue());
        } else if (value instanceof String words) {
            writeText(words);
        } else if (value instanceof Character letter) {
            text.append("{\"$char\":");
            writeText(letter.toString());
            text.append('}');
        } else if (value.getClass().isArray()) {
            writeArray(value, depth + 1);
        } else {
            writeCollection(value, depth + 1);
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value.getClass() == BigInteger.class;
    }

    private void writeReal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            text.append("{\"$number\":\"").append(value).append("\"}");
        } else {
            text.append(value);
        }
    }

    private void writeText(String words) throws TooLargeException {
        if (text.length() + words.length() > MAX_LENGTH) {
            throw new TooLargeException();
        }
        text.append('"');
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            if (letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\') {
                text.append(letter);
            } else {
                String code = Integer.toHexString(letter);
                text.append("\\u").repeat('0', 4 - code.length()).append(code);
            }
        }
        text.append('"');
    }

    private void writeArray(Object array, int depth) throws NotPlainException, TooLargeException {
        text.append('[');
        for (int at = 0; at < Array.getLength(array); at++) {
            separate(at > 0);
            write(Array.get(array, at), depth);
        }
        text.append(']');
    }

    private void writeCollection(Object value, int depth) throws NotPlainException, TooLargeException {
        // A class of the program's own might be anything.
        boolean known = value.getClass().getClassLoader() == null;
        if (known && value instanceof List<?> list) {
            text.append('[');
            writeItems(list, depth);
            text.append(']');
        } else if (known && value instanceof Set<?> set) {
            text.append("{\"$set\":[");
            writeItems(set, depth);
            text.append("]}");
        } else if (known && value instanceof Map<?, ?> map) {
            text.append("{\"$map\":[");
            writeEntries(map, depth);
            text.append("]}");
        } else {
            throw new NotPlainException(value.getClass().getSimpleName());
        }
    }

    private void writeItems(Collection<?> items, int depth) throws NotPlainException, TooLargeException {
        boolean further = false;
        for (Object item : items) {
            separate(further);
            further = true;
            write(item, depth);
        }
    }

    private void writeEntries(Map<?, ?> map, int depth) throws NotPlainException, TooLargeException {
        boolean further = false;
        for (Map.Entry<?, ?> each : map.entrySet()) {
            separate(further);
            further = true;
            text.append('[');
            write(each.getKey(), depth);
            text.append(',');
            write(each.getValue(), depth);
            text.append(']');
        }
    }

    private void separate(boolean further) {
        if (further) {
            text.append(',');
        }
    }
}
